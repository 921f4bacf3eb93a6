import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import type { Report, RuleId } from '../findings.ts';

/** A file to read as text, and how to speak of it. */
export interface TextFile {
  /** Absolute. */
  readonly path: string;
  /** As findings show it. */
  readonly file: string;
  /** The rule for a file that is over `mostBytes`. */
  readonly tooBig: RuleId;
  /** True where a missing file is nothing to report. */
  readonly optional?: boolean;
  /** Absolute folder that no link may leave (default: links lead anywhere). */
  readonly within?: string;
}

/** 1 MB: over it a parser may take minutes. */
export const mostBytes = 1_000_000;

/**
 * A file's text as parsers take it: UTF-8 without BOM, LF alone, no character that XML 1.0 §2.2 forbids.
 * Null where there is none, with a finding that says why.
 */
export async function readTextFile(source: TextFile, report: Report): Promise<string | null> {
  let bytes: Uint8Array | 'missing' | 'special' | 'big' | 'outside';
  try {
    bytes = (await leaves(source)) ? 'outside' : await readBytes(source.path);
  } catch (error) {
    report('file-unreadable', source, `Unexpected error ${codeOf(error)}, expected a readable file: check its rights`);
    return null;
  }
  if (bytes === 'missing') {
    if (source.optional !== true) {
      report('file-unreadable', source, 'Unexpected lack of this file, expected it here: add it');
    }
  } else if (bytes === 'special') {
    report('file-unreadable', source, 'Unexpected pipe, device or folder, expected a plain file: replace it');
  } else if (bytes === 'outside') {
    report('file-unreadable', source, 'Unexpected link that leaves the folder, expected a file in it: copy it there');
  } else if (bytes === 'big') {
    report(source.tooBig, source, `Unexpected file of over ${mostBytes / 1e6} MB, expected less: split it`);
  } else {
    return decode(bytes, source, report);
  }
  return null;
}

async function leaves({ path, within }: TextFile): Promise<boolean> {
  if (within === undefined) return false;
  const [real, home] = await Promise.all([realpath(path).catch(() => null), realpath(within).catch(() => within)]);
  return real !== null && !real.startsWith(home + sep);
}

async function readBytes(path: string): Promise<Uint8Array | 'missing' | 'special' | 'big'> {
  let handle;
  try {
    // Without O_NONBLOCK a named pipe would wait for ever for somebody to write.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return 'missing';
    if (codeOf(error) === 'ENXIO') return 'special';
    throw error;
  }
  try {
    const status = await handle.stat();
    if (!status.isFile()) return 'special';
    return status.size > mostBytes ? 'big' : await handle.readFile();
  } finally {
    await handle.close();
  }
}

function decode(bytes: Uint8Array, source: TextFile, report: Report): string | null {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    report('file-unreadable', source, 'Unexpected UTF-16 text, expected UTF-8: save the file as UTF-8');
    return null;
  }
  try {
    return withoutForbidden(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n'));
  } catch {
    const position = firstBadByte(bytes);
    report('file-unreadable', { ...source, position }, 'Unexpected bytes, expected UTF-8 text: save the file as UTF-8');
    return null;
  }
}

/** Word processors leave U+000B for a new line; what else XML forbids becomes U+FFFD, as CommonMark does with U+0000. */
function withoutForbidden(text: string): string {
  return (
    text
      .replace(/[\v\f]/g, ' ')
      // oxlint-disable-next-line no-control-regex -- these are the ones
      .replace(/[\u0000-\u0008\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
  );
}

function firstBadByte(bytes: Uint8Array): { start: Point; end: Point } {
  const lines = new TextDecoder()
    .decode(bytes)
    .split('\uFFFD')[0]
    ?.split(/\r\n?|\n/) ?? [''];
  const point = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  return { start: point, end: point };
}

interface Point {
  readonly line: number;
  readonly column: number;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
