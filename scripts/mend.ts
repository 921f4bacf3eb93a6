import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Fix } from './check/fixes.ts';
import type { Library } from './model.ts';
import { writeAtomically } from './write/atomic.ts';

/** Rounds of mending: what one mend uncovers, the next may mend. */
const mostRounds = 5;

/**
 * `guidepress check --fix`: mends what cannot change a word's meaning, in place, in the files of the guides that were
 * read. `read` reads them anew after each round. A shared section belongs to no named guide: `shared` says whether it
 * may be written. Tells what it changed.
 */
export async function mend(
  read: () => Promise<{ readonly library: Library; readonly fixes: readonly Fix[] }>,
  { shared, tell }: { readonly shared: boolean; readonly tell: (line: string) => void },
): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const { library, fixes } = await read();
    let written = 0;
    for (const [file, own] of byFile(fixes)) {
      if (!(await mayWrite(file, library, shared))) continue;
      const done = await mendFile(file, apart(own));
      for (const one of done) tell(changeOf(one));
      written += done.length;
    }
    if (written === 0) return;
  }
}

function byFile(fixes: readonly Fix[]): ReadonlyMap<string, readonly Fix[]> {
  const files = new Map<string, Fix[]>();
  for (const one of fixes) files.set(one.section.file, [...(files.get(one.section.file) ?? []), one]);
  return files;
}

/** By place, each once (two languages may share a text), and none that overlaps the one before. */
function apart(fixes: readonly Fix[]): readonly Fix[] {
  const chosen: Fix[] = [];
  for (const one of fixes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = chosen.at(-1);
    if (last === undefined || one.start >= last.end) chosen.push(one);
  }
  return chosen;
}

/** No link leads out of the folder of a guide, or of the shared sections. */
async function mayWrite(file: string, library: Library, shared: boolean): Promise<boolean> {
  const at = await realpath(file);
  const owners = library.guides.filter(({ translations }) =>
    [...translations.values()].some(({ sections }) => sections.some((section) => section.file === file)),
  );
  const folders = [...owners.map(({ folder }) => folder), ...(shared ? [path.join(library.root, 'shared')] : [])];
  const real = await Promise.all(folders.map((folder) => realpath(folder).catch(() => null)));
  return real.some((folder) => folder !== null && at.startsWith(folder + path.sep));
}

/** Edits that the file's own text, with its BOM and line ends, still has a place for; all else in it stays byte by byte. */
async function mendFile(file: string, fixes: readonly Fix[]): Promise<readonly Fix[]> {
  const at = await realpath(file);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(at));
  const offsets = offsetsOf(text);
  let mended = '';
  let from = 0;
  const done = fixes.filter(({ start, end, section, text: better }) => {
    const [first, last] = [offsets[start], offsets[end]];
    if (first === undefined || last === undefined) return false;
    if (text.slice(first, last) !== section.source.slice(start, end)) return false;
    mended += text.slice(from, first) + better;
    from = last;
    return true;
  });
  const { mode } = await stat(at);
  if (done.length > 0) await writeAtomically(at, new TextEncoder().encode(mended + text.slice(from)), mode);
  return done;
}

/** Where each character of a source is in the file: the reader drops the BOM and reads CR LF as LF. */
function offsetsOf(text: string): readonly number[] {
  const offsets: number[] = [];
  for (let index = text.startsWith('\uFEFF') ? 1 : 0; index < text.length; index++) {
    if (text[index] !== '\n' || text[index - 1] !== '\r') offsets.push(index);
  }
  return [...offsets, text.length];
}

function changeOf({ section, line, rule, start, end, text }: Fix): string {
  const before = visible(section.source.slice(start, end));
  return `${section.file}:${line} mended ${rule}: ${before} → ${text === '' ? 'nothing' : visible(text)}`;
}

/** Characters that cannot be seen by number. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
}
