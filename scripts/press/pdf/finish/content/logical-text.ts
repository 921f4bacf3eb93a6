/** Text of one text object that runs one way, in the order of the content stream: left to right on paper. */
export interface TextRun {
  /** Units that must not be turned: the text of a glyph, or the replacement text of a cluster. */
  readonly units: string[];
  /** Whether the units are in reverse order: inside ReversedChars (ISO 32000-1, 14.8.2.3.3). */
  readonly isReversed: boolean;
  /** Tells one line from the next. */
  readonly line: number;
  /** Tells one text object or ReversedChars sequence from the next. */
  readonly sequence: number;
}

/**
 * Text in reading order. Skia paints each line from left to right, so in right-to-left text the words of a line come last first.
 * It marks right-to-left words as ReversedChars; digits, spaces and foreign words keep their order. A line is put right by
 * the two levels that matter here (UAX #9, rule L2): the line itself, and runs within it.
 */
export function logicalText(runs: readonly TextRun[], direction: 'ltr' | 'rtl'): string {
  let text = '';
  for (let start = 0; start < runs.length; ) {
    let end = start + 1;
    while (end < runs.length && runs[end]?.line === runs[start]?.line) end += 1;
    text += orderLine(runs.slice(start, end), direction)
      .map((run) => (run.isReversed ? run.units.toReversed() : run.units).join(''))
      .join('');
    start = end;
  }
  return text;
}

function orderLine(line: readonly TextRun[], direction: 'ltr' | 'rtl'): readonly TextRun[] {
  if (direction === 'rtl') return islands(line, isForeign).toReversed().flat();
  return islands(line, (run) => run.isReversed).flatMap((island) => (island[0]?.isReversed ? island.toReversed() : island));
}

/**
 * Runs that belong together: an island goes from one run that matches to the last that does, with blanks and marks in between. Every
 * other run stands alone.
 */
function islands(
  line: readonly TextRun[],
  matches: (run: TextRun) => boolean,
): readonly (readonly TextRun[])[] {
  const found: (readonly TextRun[])[] = [];
  const lineMatches = line.map(matches);
  for (let start = 0; start < line.length; ) {
    let end = start + 1;
    for (let next = start; lineMatches[start]; next += 1) {
      const run = line[next];
      if (!run || !(lineMatches[next] || isNeutral(run))) break;
      if (lineMatches[next]) end = next + 1;
    }
    found.push(line.slice(start, end));
    start = end;
  }
  return found;
}

/** Letters or digits that run from left to right. */
function isForeign(run: TextRun): boolean {
  return !run.isReversed && !isNeutral(run);
}

/** No letter and no digit: the direction is that of its neighbours. */
function isNeutral(run: TextRun): boolean {
  return !run.isReversed && !/[\p{L}\p{N}]/u.test(run.units.join(''));
}
