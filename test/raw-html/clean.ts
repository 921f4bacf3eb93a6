import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import { raw } from 'hast-util-raw';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import type { Finding } from '../../scripts/findings.ts';
import { collectFindings } from '../../scripts/read/collect-findings.ts';
import { cleanRawHtml, htmlSchema } from '../../scripts/read/raw-html.ts';

/** Markdown with raw HTML, cleaned. */
export interface Cleaned {
  readonly tree: Root;
  /** What a product gets: merged and sanitised as the composer does. */
  readonly html: string;
  readonly findings: readonly Finding[];
  /** The addresses of pictures that were asked for. */
  readonly asked: readonly string[];
}

/** Cleans a Markdown text in which every picture but `missing.png` can be read. */
export async function clean(markdown: string): Promise<Cleaned> {
  const tree = fromMarkdown(markdown);
  const findings = collectFindings();
  const asked: string[] = [];
  await cleanRawHtml(tree, 'a.md', findings.report, (url) => {
    asked.push(url);
    return Promise.resolve(url === 'missing.png' ? null : 'picture.png');
  });
  const html = toHtml(sanitize(raw(toHast(tree, { allowDangerousHtml: true })), htmlSchema));
  return { tree, html, findings: findings.list(), asked };
}
