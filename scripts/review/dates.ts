/** Longest time in years until the next review: advice that nobody looks at grows wrong. */
export const mostYears = 3;

/** The last day on which the next review of what was reviewed on a day may be, both ISO dates. */
export function latestNext(date: string): string {
  return `${Number(date.slice(0, 4)) + mostYears}${date.slice(4)}`;
}
