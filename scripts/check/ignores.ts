import type { Nodes } from 'mdast';
import type { Finding, RuleId } from '../findings.ts';
import { rules } from '../findings.ts';
import type { Library, Section } from '../model.ts';
import { nodesIn } from './nodes.ts';
import type { Found } from './nodes.ts';

/** A `<!-- guidepress-ignore rule-id: reason -->`, taken apart. */
export interface IgnoreComment extends Found {
  /** As written. */
  readonly rule: string;
  readonly reason: string;
}

/** Silences one rule in the block after its comment. */
export interface Ignore {
  readonly silences: (finding: Finding) => boolean;
}

/** The ignore comments of a section, well formed or not. */
export function ignoreComments(section: Section): readonly IgnoreComment[] {
  return nodesIn(section, 'html').flatMap((found) => {
    const [match, rule = '', reason = ''] = comment.exec(found.node.value) ?? [];
    return match === undefined ? [] : [{ ...found, rule, reason: reason.trim() }];
  });
}

/** True where a rule of that name exists. */
export function isRule(name: string): name is RuleId {
  return Object.hasOwn(rules, name);
}

/** What a library's comments silence; one that names no rule or gives no reason silences nothing. */
export function ignoresOf(library: Library): readonly Ignore[] {
  const sections = library.guides.flatMap((guide) => [...guide.translations.values()].flatMap((one) => one.sections));
  return sections.flatMap(ignoreComments).flatMap((found) => {
    const range = silencedLines(found);
    if (!isRule(found.rule) || found.reason === '' || range === null) return [];
    const [from, to] = range;
    const silences = ({ file, line, rule }: Finding): boolean =>
      rule === found.rule && file === found.file && line >= from && line <= to;
    return [{ silences }];
  });
}

const comment = /^<!--\s*guidepress-ignore(?![\w-])\s*([^\s:]*)\s*:?([^]*?)-->\s*$/;

/** From the comment to the end of the block after it; a comment that opens a file also speaks for the file as a whole, whose findings stand in line 1. */
function silencedLines({ node, ancestors, position }: Found): readonly [from: number, to: number] | null {
  const siblings: readonly Nodes[] = ancestors.at(-1)?.children ?? [];
  const at = siblings.findIndex((sibling) => sibling === node);
  const next = siblings.slice(at + 1).find((sibling) => !isIgnore(sibling));
  if (position === undefined) return null;
  const opens =
    ancestors.length === 1 &&
    siblings.slice(0, at).every((sibling) => ['yaml', 'toml'].includes(sibling.type) || isIgnore(sibling));
  return [opens ? 1 : position.start.line, next?.position?.end.line ?? position.end.line];
}

function isIgnore(node: Nodes): boolean {
  return node.type === 'html' && comment.test(node.value);
}
