import { open, type FileHandle } from 'node:fs/promises';
import { UsageError } from '../exit.ts';
import { finding, type Finding } from '../findings.ts';

/** Most characters of a clinic's note. */
export const mostNoteCharacters = 2000;

/** What a note's findings call it: its file's name may say for whom it is. */
export const noteFile = '--note';

// Four bytes a character, and some to see that there is more.
const mostBytes = mostNoteCharacters * 4 + 4096;

/** A clinic's note, or what is wrong with it. */
export interface ReadNote {
  /** As typed, lines parted by LF, without blank lines at its ends. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Nothing that a reader can see: controls but for the line feed and the tab, and what turns text round (UAX #9, 2). */
const invisible = /(?![\n\t])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Reads a note from a file, or from standard input for `-`. Messages never hold its text, nor its file's name. Throws UsageError where it cannot be read. */
export async function readNote(from: string): Promise<ReadNote> {
  const bytes = await readSome(from);
  return parseNote(bytes);
}

/** A note's bytes as text, with what is wrong with it. Throws UsageError where it is empty or no UTF-8. */
export function parseNote(bytes: Uint8Array): ReadNote {
  const text = decoded(bytes)
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[^\S\n]*\n)+|\s+$/g, '');
  if (text.trim() === '')
    throw new UsageError('Unexpected empty `--note`, expected some text: write it, or leave it out');
  const length = [...text].length;
  const findings: Finding[] = [];
  if (length > mostNoteCharacters) {
    const count = bytes.length > mostBytes ? `over ${mostNoteCharacters}` : String(length);
    findings.push(
      finding(
        'note-long',
        { file: noteFile },
        `Unexpected note of ${count} characters, expected at most ${mostNoteCharacters}: shorten it`,
      ),
    );
  }
  const at = text.search(invisible);
  if (at !== -1) {
    findings.push(
      finding(
        'note-characters',
        { file: noteFile, position: placeIn(text, at) },
        'Unexpected control character in the note, expected plain text: remove it',
      ),
    );
  }
  return { text, findings };
}

/** Line and column (from 1) of an offset. */
export function placeIn(text: string, offset: number): NonNullable<Parameters<typeof finding>[1]['position']> {
  const before = text.slice(0, offset).split('\n');
  const point = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { start: point, end: point };
}

function decoded(bytes: Uint8Array): string {
  // What was cut off in the middle of a character is too long anyway.
  const cut = bytes.length > mostBytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    throw new UsageError('Unexpected bytes in `--note`, expected plain text in UTF-8: save it as UTF-8');
  }
}

async function readSome(from: string): Promise<Uint8Array> {
  try {
    if (from !== '-') return await readFile(from);
    return await firstOf(process.stdin);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no text';
    throw new UsageError(
      `Unexpected \`--note\` that cannot be read (${code}), expected a text file, or \`-\` for standard input`,
    );
  }
}

async function readFile(from: string): Promise<Uint8Array> {
  let file: FileHandle | null = null;
  try {
    file = await open(from, 'r');
    return await firstOf(file.createReadStream({ autoClose: false }));
  } finally {
    await file?.close();
  }
}

async function firstOf(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    length += bytes.length;
    if (length > mostBytes) break;
  }
  return Buffer.concat(chunks);
}
