import type { Language } from '../model.ts';

/** An ISO date in words, with the language's own month names: `22 November 2026`. ICU data differs by Node, ours do not. */
export function dateInWords(iso: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return iso;
  const [, year, month, day] = match;
  const name = language.months[Number(month) - 1] ?? month;
  return language.tag === 'en-US' ? `${name} ${Number(day)}, ${year}` : `${Number(day)} ${name} ${year}`;
}
