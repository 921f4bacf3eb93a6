import type { Check } from './check.ts';

/** A guide whose next review is past: its products say so. */
export const expired: Check = {
  id: 'expired',
  run({ guide, today }, report) {
    const next = guide.review?.next;
    if (next === undefined || next >= today) return;
    report(
      'expired',
      guide,
      `Unexpected review date \`${next}\`, expected one after \`${today}\`: have the guide reviewed again and write the new dates`,
    );
  },
};
