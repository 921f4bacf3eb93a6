import * as v from 'valibot';
import { LineCounter, isAlias, isMap, isNode, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import type { Position } from 'unist';
import type { Report } from '../findings.ts';

/** YAML text and where it stands. */
export interface YamlSource {
  readonly text: string;
  /** As findings show it. */
  readonly file: string;
  /** Line of the file on which the text starts (default: `1`). */
  readonly firstLine?: number;
}

/** What a YAML text holds, and where each part of it stands in the file. */
export interface Yaml<T> {
  readonly value: T;
  /** Top-level fields with something that the schema refused: found and reported already. */
  readonly refused: ReadonlySet<PathPart>;
  /** Place of the key at a path: `at(['title', 'es'])`; of the nearest one above it if there is none. */
  at(path: readonly PathPart[]): Position;
}

type PathPart = string | number;

/**
 * Reads YAML 1.2 (§10.1, failsafe schema: each scalar is the text the author wrote, so `061` keeps its zero and `no`
 * is a word) by a schema. What the schema refuses is a finding at its line and is left out; null where nothing is left
 * to go on with. An empty field is one that is not there. Anchors, aliases and tags are refused.
 */
export function parseYaml<T>(source: YamlSource, schema: v.GenericSchema<unknown, T>, report: Report): Yaml<T> | null {
  if (isDeep(source.text)) {
    report('yaml-syntax', source, 'Unexpected depth, expected a few levels: make it flat');
    return null;
  }
  const lines = new LineCounter();
  const document = parseDocument(source.text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    // The package's own look for equal keys takes 17 s for 30,000 of them.
    uniqueKeys: false,
  });
  const spot = (from: number, to: number): Position => ({
    start: pointAt(from, lines, source.firstLine ?? 1),
    end: pointAt(to, lines, source.firstLine ?? 1),
  });
  const problems = syntaxProblems(document);
  for (const { message, pos } of problems) {
    report('yaml-syntax', { file: source.file, position: spot(...pos) }, message);
  }
  if (problems.length > 0) return null;
  const at = (path: readonly PathPart[]): Position => spot(...rangeOf(document, path));
  const plain = toPlain(document);
  const { issues, output } = v.safeParse(schema, plain);
  if (issues === undefined) return { value: output, refused: new Set(), at };
  for (const issue of issues) {
    const path = pathOf(issue);
    report('yaml-field', { file: source.file, position: at(path) }, messageFor(issue, path));
  }
  return rescue(plain, issues.map(pathOf), schema, at);
}

interface Problem {
  readonly message: string;
  readonly pos: readonly [number, number];
}

function syntaxProblems(document: Document.Parsed): Problem[] {
  const [first] = [...document.errors, ...document.warnings];
  // What follows the first is mostly its echo.
  if (first !== undefined) {
    const advice = advices.get(first.code) ?? `expected YAML (${first.message}): mend it`;
    return [{ message: `Unexpected text, ${advice}`, pos: first.pos }];
  }
  const problems: Problem[] = [];
  visit(document, (_, node) => {
    if (isAlias(node) || (isNode(node) && 'anchor' in node && node.anchor !== undefined)) {
      const message = 'Unexpected `&` or `*` mark, expected plain text: put it in quotes';
      problems.push({ message, pos: nodeRange(node) });
    }
    if (!isMap(node)) return;
    const seen = new Set<unknown>();
    for (const { key } of node.items) {
      const name = isScalar(key) ? key.value : key;
      if (seen.has(name)) {
        const message = `Unexpected second \`${String(name)}\`, expected each field once: remove one`;
        problems.push({ message, pos: nodeRange(key) });
      }
      seen.add(name);
    }
  });
  return problems;
}

/** By the parser's error code: what to do, in an author's words. */
const advices: ReadonlyMap<string, string> = new Map([
  ['BLOCK_AS_IMPLICIT_KEY', 'expected one `: ` a line: put text that holds `: ` in quotes'],
  ['TAB_AS_INDENT', 'expected spaces before it: replace the tab'],
  ['MULTIPLE_DOCS', 'expected one document: remove the second `---`'],
  ['MISSING_CHAR', 'expected its closing mark: close the quotes or brackets'],
  ['TAG_RESOLVE_FAILED', 'expected no `!` tag: put it in quotes'],
  ['BAD_INDENT', 'expected it in line with its neighbours: mend the spaces before it'],
]);

/**
 * Runs out of stack would end in a RangeError; one that comes while V8 compiles a regular expression ends the process.
 * So what nests too deep is not parsed.
 */
function isDeep(text: string): boolean {
  if (/^ {200}/m.test(text) || /(?:[-?:][ \t]+){64}/.test(text)) return true;
  let depth = 0;
  for (const mark of text.replace(/[^[\]{}]+/g, '')) {
    depth += mark === '[' || mark === '{' ? 1 : -1;
    if (depth > 64) return true;
  }
  return false;
}

/** Null for an empty document is the empty map; an empty field is dropped. */
function toPlain(document: Document.Parsed): unknown {
  visit(document, {
    Map(_, map) {
      map.items = map.items.filter(({ value }) => value !== null && !(isScalar(value) && value.value === ''));
    },
  });
  const plain: unknown = document.toJS({ maxAliasCount: 0 });
  return plain === null || plain === '' ? {} : plain;
}

/** What is left without the refused parts; if that will not do, without the fields they are in. */
function rescue<T>(
  plain: unknown,
  paths: readonly (readonly PathPart[])[],
  schema: v.GenericSchema<unknown, T>,
  at: Yaml<T>['at'],
): Yaml<T> | null {
  const refused = new Set(paths.flatMap((path) => path.slice(0, 1)));
  for (const cut of [paths, [...refused].map((field) => [field])]) {
    const rest = structuredClone(plain);
    for (const path of cut) removeAt(rest, path);
    const result = v.safeParse(schema, rest);
    if (result.success) return { value: result.output, refused, at };
  }
  return null;
}

function removeAt(value: unknown, path: readonly PathPart[]): void {
  const [part, ...rest] = path;
  if (typeof value !== 'object' || value === null || part === undefined) return;
  if (rest.length === 0) Reflect.deleteProperty(value, part);
  else removeAt(Reflect.get(value, part), rest);
}

function pathOf(issue: v.BaseIssue<unknown>): PathPart[] {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

/** Schemas say what they expect and what to do; this says what there is. */
function messageFor(issue: v.BaseIssue<unknown>, path: readonly PathPart[]): string {
  const name = nameOf(path);
  if (issue.type === 'never') return `Unexpected field ${name}, expected ${issue.message}`;
  if (issue.received === 'undefined') return `Unexpected lack of ${name}, expected it here: add it`;
  if (issue.path?.at(-1)?.origin === 'key') return `Unexpected name ${name}, expected ${issue.message}`;
  return `Unexpected ${describe(issue.input)} for ${name}, expected ${issue.message}`;
}

function nameOf(path: readonly PathPart[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'the whole';
  return typeof last === 'string' ? `\`${last}\`` : `item ${last + 1} of ${nameOf(path.slice(0, -1))}`;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value !== 'string') return 'group of fields';
  return `\`${value.length > 40 ? `${value.slice(0, 40)}…` : value}\``;
}

/** Range of the key at a path, or of the nearest one above it. */
function rangeOf(document: Document.Parsed, path: readonly PathPart[]): readonly [number, number] {
  let node: Node | null = document.contents;
  let range: readonly [number, number] = [0, 0];
  for (const part of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(({ key }) => isScalar(key) && key.value === String(part));
      if (pair === undefined) break;
      range = nodeRange(pair.key);
      node = isNode(pair.value) ? pair.value : null;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(part)];
      if (!isNode(item)) break;
      range = nodeRange(item);
      node = item;
    } else {
      break;
    }
  }
  return range;
}

function nodeRange(node: unknown): readonly [number, number] {
  if (isPair(node)) return nodeRange(node.key);
  if (!isNode(node) || !node.range) return [0, 0];
  return [node.range[0], node.range[1]];
}

function pointAt(offset: number, lines: LineCounter, firstLine: number): Position['start'] {
  const { line, col } = lines.linePos(offset);
  // LineCounter says 0 before it has seen a line.
  return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
}
