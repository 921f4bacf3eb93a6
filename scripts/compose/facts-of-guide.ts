import type { Guide } from '../model.ts';

/** SOURCE_DATE_EPOCH where set (reproducible-builds.org), else the guide's own date, else a fixed one. */
export function dateOf(guide: Guide): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch && /^\d+$/.test(epoch)) return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  return guide.date ?? '2000-01-01';
}

/** The guide's codes in classifications of diseases, for metadata. */
export function codesOf({ codes }: Guide): readonly string[] {
  return [codes.icd10, codes.snomed].filter((code): code is string => code !== null);
}
