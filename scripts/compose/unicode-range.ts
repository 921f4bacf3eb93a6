/** Writes code points as the value of the CSS descriptor unicode-range: `U+20-7E, U+B0` (CSS Fonts 4 §4.5). */
export function formatUnicodeRange(characters: ReadonlySet<number>): string {
  const runs: { first: number; last: number }[] = [];
  for (const character of [...characters].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.last === character - 1) run.last = character;
    else runs.push({ first: character, last: character });
  }
  return runs
    .map(({ first, last }) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(', ');
}

/** Reads the code points of such a value, without wildcards: @fontsource writes none. */
export function* readUnicodeRange(range: string): Generator<number> {
  for (const part of range.split(',')) {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    for (let character = Number.parseInt(first, 16); character <= Number.parseInt(last, 16); character++) {
      yield character;
    }
  }
}

function hex(code: number): string {
  return code.toString(16).toUpperCase();
}
