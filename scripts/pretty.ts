import { capFindings } from './cap-findings.ts';
import type { Finding, Severity } from './findings.ts';

/** How a terminal shows findings. */
export interface Look {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/**
 * Findings for people: file by file, each with the line it is about, the place marked, its rule and where that is
 * explained; the count at the end. `sources` are texts by the path that findings show; without one there is no frame.
 */
export function prettyFindings(findings: readonly Finding[], sources: ReadonlyMap<string, string>, look: Look): string {
  const sorted = capFindings(findings);
  const files = [...new Set(sorted.map(({ file }) => file))].map((file) => {
    const lines = sources.get(file)?.split(/\r\n?|\n/) ?? [];
    const own = sorted.filter((one) => one.file === file).map((one) => entry(one, lines[one.line - 1] ?? null, look));
    return `${paint('bold', safe(file), look)}\n\n${own.join('\n')}`;
  });
  return `${[...files, count(findings, look)].join('\n')}\n`;
}

function entry({ line, column, severity, message, rule, url }: Finding, source: string | null, look: Look): string {
  const head = `  ${line}:${column} ${paint(severity, severity, look)} ${safe(message)}`;
  const frame = source === null || source.trim() === '' ? [] : codeFrame(source, line, column, look);
  return [head, ...frame, `    ${paint('dim', `${rule}, see ${url}`, look)}`, ''].join('\n');
}

/** The line, as much of it as the terminal is wide, and a mark below the word that the finding points to. */
function codeFrame(source: string, line: number, column: number, look: Look): string[] {
  const number = String(line).padStart(6);
  const room = Math.max(look.width - number.length - 4, 20);
  const from = startOf(source, column - 1, room);
  const shown = cut(source.slice(from), room - 2);
  const lead = from > 0 ? '…' : '';
  const tail = from + shown.length < source.length ? '…' : '';
  const word = /^\S+/.exec(source.slice(column - 1, from + shown.length))?.[0] ?? ' ';
  const before = ' '.repeat(lead.length + widthOf(source.slice(from, column - 1)));
  const mark = '^'.repeat(Math.max(widthOf(word), 1));
  const gutter = (text: string): string => paint('dim', `${text} |`, look);
  return [
    `${gutter(number)} ${lead}${safe(shown)}${tail}`,
    `${gutter(' '.repeat(number.length))} ${before}${paint('error', mark, look)}`,
  ];
}

/** A long line is shown from a third of the room before the place. */
function startOf(source: string, at: number, room: number): number {
  if (widthOf(source) <= room - 2 || at < room * 0.6) return 0;
  const start = Math.max(Math.min(at, source.length) - Math.floor(room / 3), 0);
  return /[\uDC00-\uDFFF]/.test(source.charAt(start)) ? start + 1 : start;
}

function cut(text: string, room: number): string {
  let shown = '';
  let width = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width > room) break;
    shown += character;
  }
  return shown;
}

/** Columns that a terminal gives a text: East Asian wide characters take two (UAX 11), marks none. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of safe(text)) {
    if (/\p{M}/u.test(character)) continue;
    width += wide.test(character) ? 2 : 1;
  }
  return width;
}

const wide =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u;

/** An author's text cannot steer the terminal: control and direction characters are shown as one sign. */
function safe(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD');
}

function count(findings: readonly Finding[], look: Look): string {
  const parts = (['error', 'warning', 'note'] as const).map((severity) => {
    const number = findings.filter((one) => one.severity === severity).length;
    const text = `${number} ${severity}${number === 1 ? '' : 's'}`;
    return number > 0 ? paint(severity, text, look) : text;
  });
  return parts.join(', ');
}

/** SGR parameters (ECMA-48, §8.3.117). */
const codes = { error: '31', warning: '33', note: '36', bold: '1', dim: '2' } as const satisfies Record<
  Severity | 'bold' | 'dim',
  string
>;

function paint(style: keyof typeof codes, text: string, { colour }: Look): string {
  return colour ? `\u001b[${codes[style]}m${text}\u001b[0m` : text;
}
