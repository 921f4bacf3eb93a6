import type { Direction } from '../model.ts';

/**
 * A BCP 47 tag in its usual letter case (RFC 5646 §2.1.1), `en_us` taken for `en-US`; null for what is no tag.
 * No alias is resolved: `Intl` would, by the ICU version at hand.
 */
export function languageTag(text: string): string | null {
  const subtags = text.trim().replaceAll('_', '-').toLowerCase().split('-');
  if (!/^[a-z]{2,3}$/.test(subtags[0] ?? '')) return null;
  if (!subtags.every((subtag) => /^[a-z0-9]{1,8}$/.test(subtag))) return null;
  return subtags
    .map((subtag, index) => {
      if (index === 0) return subtag;
      if (/^[a-z]{4}$/.test(subtag)) return subtag.slice(0, 1).toUpperCase() + subtag.slice(1);
      return /^[a-z]{2}$/.test(subtag) ? subtag.toUpperCase() : subtag;
    })
    .join('-');
}

/** The language without region and script: `en` of `en-GB`. */
export function primaryLanguage(tag: string): string {
  return tag.split('-')[0] ?? tag;
}

/** Which way a language runs: by its script where the tag names one, else by the script it is mostly written in. */
export function directionOf(tag: string): Direction {
  const script = /-([A-Z][a-z]{3})(?=-|$)/.exec(tag)?.[1];
  if (script !== undefined) return rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
  return rightToLeftLanguages.has(primaryLanguage(tag)) ? 'rtl' : 'ltr';
}

/** ISO 15924. */
const rightToLeftScripts: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** ISO 639; languages that are written left to right as often (`ku`, `pa`, `az`) need a script in their tag. */
const rightToLeftLanguages: ReadonlySet<string> = new Set(
  'ar arc ckb dv fa glk he iw ji ks lrc mzn nqo pnb prs ps sd syr ug ur yi'.split(' '),
);
