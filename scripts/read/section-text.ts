import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Root } from 'mdast';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import type { Reading } from './reading.ts';
import { readTextFile } from './text-file.ts';

/** The text of a section file, parsed. */
export interface SectionText {
  /** Absolute path of the file that the text is in. */
  readonly path: string;
  /** The same, as findings show it. */
  readonly file: string;
  readonly tree: Root;
  readonly source: string;
  readonly head: FrontMatter;
}

/** Reads and parses a Markdown file; null, with a finding, where that fails. `plain`: see `readFrontMatter`. */
export async function readSectionText(path: string, plain: boolean, reading: Reading): Promise<SectionText | null> {
  const { report, parser, shown } = reading;
  const file = shown(path);
  const source = await readTextFile({ path, file, tooBig: 'section-too-big' }, report);
  if (source === null) return null;
  const parsed = await parser.parse(source);
  if ('problem' in parsed) {
    report(parsed.problem, { file, position: parsed.position }, parsed.message);
    return null;
  }
  const { tree } = parsed;
  return { path, file, tree, source, head: readFrontMatter(tree, { file, plain }, report) };
}

/** Where sections that several guides use are kept. */
export interface SharedSections {
  /** `content/shared`, absolute. */
  readonly folder: string;
  /** Folders of it to look in, the first that has a file wins: the language's own, then its base's. */
  readonly languages: readonly string[];
}

/**
 * Reads the shared section that a file with front matter `same-as` stands for: its text, with that file's own `in` if
 * it has one. Null where there is none; each fault is a finding at the file itself too, so that its guide knows.
 */
export async function readSharedText(
  own: SectionText,
  name: string,
  shared: SharedSections,
  reading: Reading,
): Promise<SectionText | null> {
  const where = { file: own.file, position: own.tree.children[0]?.position };
  const text = own.tree.children.find(({ type }) => type !== 'yaml');
  if (text !== undefined) {
    const message = 'Unexpected text in a file with `same-as`, expected front matter alone: remove one of them';
    reading.report('yaml-field', { file: own.file, position: text.position }, message);
  }
  const path = await findShared(name, shared);
  const found = path === null ? null : await readSectionText(path, false, reading);
  if (found === null || found.head.sameAs !== null) {
    const expected = `a readable text in ${reading.shown(join(shared.folder, shared.languages[0] ?? '', `${name}.md`))}`;
    reading.report('same-as-missing', where, `Unexpected \`same-as: ${name}\`, expected ${expected}: add or mend it`);
    return null;
  }
  return { ...found, head: { ...found.head, in: own.head.in ?? found.head.in } };
}

async function findShared(name: string, { folder, languages }: SharedSections): Promise<string | null> {
  for (const language of languages) {
    const path = join(folder, language, `${name}.md`);
    try {
      if ((await realpath(path)).startsWith((await realpath(folder)) + sep)) return path;
    } catch {
      // Not in this language: the next may have it.
    }
  }
  return null;
}
