import type { Check } from './check.ts';

const mostYears = 3;

/** Review dates that cannot be right, or that let advice grow old. */
export const reviewDates: Check = {
  id: 'review-dates',
  run({ guide }, report) {
    if (guide.review === null) return;
    const { last, next } = guide.review;
    const latest = `${Number(last.slice(0, 4)) + mostYears}${last.slice(4)}`;
    const expected =
      next <= last ? `one after \`${last}\`` : `\`${latest}\` or before, ${mostYears} years after the last`;
    const message = `Unexpected next review \`${next}\`, expected ${expected}: correct the dates`;
    if (next <= last || next > latest) report('review-dates', guide, message);
  },
};
