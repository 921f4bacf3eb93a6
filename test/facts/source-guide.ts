import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/*
 * A small reader of the authors' files, line by line. It shares nothing with the pipeline that it is held against: what both got
 * wrong in the same way, no test would see. It throws on syntax that it does not know.
 */

/** What an author wrote in one line or paragraph, markup and all. */
export interface SourceLine {
  /** `dose` is an action's first paragraph; `caption` stands beside the text. */
  readonly kind: 'paragraph' | 'item' | 'dose' | 'cell' | 'caption';
  readonly markdown: string;
  /** File and line, for messages. */
  readonly where: string;
}

/** A `:::block`, or the text between two. */
export interface SourceBlock {
  /** `emergency`, `action` and so on; `text` outside blocks. */
  readonly name: string;
  readonly lines: readonly SourceLine[];
}

/** A section file, or the shared one that it stands for. */
export interface SourceSection {
  readonly in: readonly string[];
  readonly blocks: readonly SourceBlock[];
}

/** A guide's text in one language: its own files, and its base's where it has none. */
export interface SourceGuide {
  readonly sections: readonly SourceSection[];
  /** True where guide.yml says that a machine translated it. */
  readonly isMachine: boolean;
}

/** Reads a guide of a `content/` folder. `tags`: the language and its bases. */
export function readSourceGuide(content: string, guide: string, tags: readonly string[]): SourceGuide {
  const folder = path.join(content, 'guides', guide);
  const files = new Map<string, string>();
  for (const tag of tags.toReversed()) {
    const own = path.join(folder, tag);
    if (!existsSync(own)) continue;
    for (const name of readdirSync(own)) if (name.endsWith('.md')) files.set(name, path.join(own, name));
  }
  const settings = parse(readFileSync(path.join(folder, 'guide.yml'), 'utf8')) as {
    translated?: Record<string, string>;
  };
  return {
    sections: [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => readSection(file, content, tags)),
    isMachine: settings.translated?.[tags[0] ?? ''] === 'machine',
  };
}

interface Head {
  readonly in?: readonly string[];
  readonly 'same-as'?: string;
}

function readSection(file: string, content: string, tags: readonly string[]): SourceSection {
  const own = readHead(file);
  const name = own.head['same-as'];
  if (name === undefined) return { in: own.head.in ?? usual, blocks: blocksOf(own.lines, file, own.first) };
  const shared = tags.map((tag) => path.join(content, 'shared', tag, `${name}.md`)).find((one) => existsSync(one));
  if (shared === undefined) throw new Error(`Expected a shared text ${name} for ${file}`);
  const { head, lines, first } = readHead(shared);
  return { in: own.head.in ?? head.in ?? usual, blocks: blocksOf(lines, shared, first) };
}

/** Where a section goes whose author does not say. */
const usual = ['guide', 'ebook', 'web'];

function readHead(file: string): { head: Head; lines: readonly string[]; first: number } {
  const lines = readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const head = end === -1 ? {} : ((parse(lines.slice(1, end).join('\n')) ?? {}) as Head);
  return { head, lines: lines.slice(end + 1), first: end + 2 };
}

function blocksOf(lines: readonly string[], file: string, first: number): readonly SourceBlock[] {
  const blocks: { name: string; lines: SourceLine[] }[] = [{ name: 'text', lines: [] }];
  let open: 'none' | 'paragraph' | 'caption' | 'row' = 'none';
  for (const [index, line] of lines.entries()) {
    const where = `${path.basename(path.dirname(file))}/${path.basename(file)}:${first + index}`;
    const fence = /^:::(.*)$/.exec(line);
    const block = blocks.at(-1);
    const add = (kind: SourceLine['kind'], markdown: string): void =>
      void (markdown !== '' && block?.lines.push({ kind, markdown, where }));
    if (fence) {
      blocks.push({ name: /^[a-z-]*/.exec(fence[1] ?? '')?.[0] || 'text', lines: [] });
      open = 'none';
    } else if (line.trim() === '' || /^#+ /.test(line)) {
      open = 'none';
    } else if (/^(?:\s|<|>|```|[-*_]{3,}$|\[\^)/.test(line)) {
      throw new Error(`${where}: this reader does not know \`${line}\``);
    } else if (line.startsWith('|')) {
      // The head of a table names columns; a tracker has nothing else.
      if (open === 'row' && block?.name !== 'tracker' && !/^[|\s:-]+$/.test(line))
        for (const cell of line.replace(/^\||\|\s*$/g, '').split('|')) add('cell', cell.trim());
      open = 'row';
    } else if (line.startsWith('![')) {
      open = 'caption';
    } else if (/^(?:[-*]|\d+\.) /.test(line)) {
      add('item', line.replace(/^\S+ /, ''));
      open = 'paragraph';
    } else if (open === 'paragraph') {
      const last = block?.lines.pop();
      if (last) block?.lines.push({ ...last, markdown: `${last.markdown} ${line}` });
    } else {
      const isDose = block?.name === 'action' && block.lines.length === 0;
      add(open === 'caption' ? 'caption' : isDose ? 'dose' : 'paragraph', line);
      if (open !== 'caption') open = 'paragraph';
    }
  }
  return blocks.filter((block) => block.lines.length > 0);
}
