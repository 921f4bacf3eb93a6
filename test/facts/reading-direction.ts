/**
 * Lines of right-to-left text as poppler writes them (`-raw`): from left to right as they stand, each run of right-to-left letters
 * between U+202B and U+202C in its own order. Turned round, with numbers and Latin words as they are; so are lines of Latin words.
 */
export function inReadingDirection(page: string): string {
  return page
    .split('\n')
    .map((line) => (line.includes('\u202b') ? (line.match(pieces) ?? []).toReversed().join('') : line))
    .map((line) => line.replace(/[\u202a-\u202e]/g, ''))
    .join('\n');
}

/** A run of right-to-left letters; Latin words and numbers that stand together, as `1-800-222` or `NHS 111`; anything else. */
const pieces =
  /\u202b[^\u202c]*\u202c|[\p{Script=Latin}\p{Nd}]+(?:(?:[-–.,/°]| | °| \()[\p{Script=Latin}\p{Nd}]+)*|[^\u202b]/gu;
