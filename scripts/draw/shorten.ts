import { num } from './geometry.ts';

/** How many numbers each absolute command takes (SVG 2, 9.3). */
const sizes = { M: 2, L: 2, C: 6, Q: 4, A: 7, H: 1, V: 1 } as const;

/**
 * The same path with relative commands, a third shorter. Counted in tenths, so that rounding does not add up.
 * A path that already has relative commands is returned as it is.
 */
export function shorten(d: string): string {
  if (/[a-z]/.test(d)) return d;
  let text = '';
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let last = '';
  for (const [, command = '', rest = ''] of d.matchAll(/([MLCQAHVZ])([^MLCQAHVZ]*)/g)) {
    if (!isSized(command)) {
      text += 'z';
      [x, y, last] = [startX, startY, ''];
      continue;
    }
    for (const values of groups(rest, sizes[command])) {
      const moved = relative(command, values, x, y);
      const written = write(moved);
      const name = command.toLowerCase();
      text += name === last && name !== 'm' ? separated(written) : name + written;
      last = name;
      if (command !== 'V') x += moved.at(command === 'H' ? -1 : -2) ?? 0;
      if (command !== 'H') y += moved.at(-1) ?? 0;
      if (command === 'M') [startX, startY] = [x, y];
    }
  }
  return text;
}

function isSized(command: string): command is keyof typeof sizes {
  return command in sizes;
}

/** The numbers after a command in tenths, in groups of `size`. */
function groups(rest: string, size: number): readonly (readonly number[])[] {
  const values = (rest.match(/-?[\d.]+/g) ?? []).map((value) => Math.round(Number(value) * 10));
  return Array.from({ length: values.length / size }, (_, index) => values.slice(index * size, (index + 1) * size));
}

/** Only an arc's radii, turn and flags are no places. */
function relative(command: string, values: readonly number[], x: number, y: number): readonly number[] {
  if (command === 'V') return values.map((value) => value - y);
  return values.map((value, index) => {
    if (command === 'A') return index < 5 ? value : value - (index === 5 ? x : y);
    return value - (index % 2 === 0 ? x : y);
  });
}

function write(tenths: readonly number[]): string {
  return tenths.map((value, index) => (index === 0 ? num(value / 10) : separated(num(value / 10)))).join('');
}

function separated(written: string): string {
  return written.startsWith('-') ? written : ` ${written}`;
}
