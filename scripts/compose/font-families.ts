/** A family of fonts that guides are set in. */
export interface FontFamily {
  /** CSS font-family. */
  readonly name: string;
  /** Its package in the npm scope `@fontsource`. */
  readonly package: string;
  /** Which characters it is made for: what to install when one of them has no font. */
  readonly characters: RegExp;
  /** Language tags whose whole text it sets, parted by spaces: a word should not mix two fonts. */
  readonly languages?: string;
}

/** Han characters: one code point, drawn in each region's own way. */
const han = /[\p{scx=Hani}\p{scx=Bopo}]/u;

/**
 * THE TABLE of families, in the order of the font stack. Latin and Arabic come with Guidepress; the others are used
 * where their package is installed, and named where a character has no font.
 */
export const fontFamilies: readonly FontFamily[] = [
  { name: 'Atkinson Hyperlegible Next', package: 'atkinson-hyperlegible-next', characters: /[ -~]/ },
  {
    name: 'Noto Sans',
    package: 'noto-sans',
    characters: /[\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}]/u,
    // Written in Greek or Cyrillic, then in Latin with letters that Atkinson Hyperlegible Next lacks.
    languages: 'el ab ba be bg ce cv kk ky mk mn os ru sah sr tg tt uk uz-Cyrl az ee ff ha ig ln lua tw vi yo',
  },
  {
    name: 'Noto Sans Arabic',
    package: 'noto-sans-arabic',
    characters: /\p{scx=Arab}/u,
    languages: 'ar ckb fa ks ku-Arab pa-Arab prs ps sd ug ur',
  },
  { name: 'Noto Sans Hebrew', package: 'noto-sans-hebrew', characters: /\p{scx=Hebr}/u, languages: 'he iw yi' },
  { name: 'Noto Sans Armenian', package: 'noto-sans-armenian', characters: /\p{scx=Armn}/u, languages: 'hy' },
  { name: 'Noto Sans Georgian', package: 'noto-sans-georgian', characters: /\p{scx=Geor}/u, languages: 'ka' },
  { name: 'Noto Sans Ethiopic', package: 'noto-sans-ethiopic', characters: /\p{scx=Ethi}/u, languages: 'am ti' },
  { name: 'Noto Sans Thaana', package: 'noto-sans-thaana', characters: /\p{scx=Thaa}/u, languages: 'dv' },
  {
    name: 'Noto Sans Devanagari',
    package: 'noto-sans-devanagari',
    characters: /\p{scx=Deva}/u,
    languages: 'bho doi hi kok mai mr ne sa',
  },
  { name: 'Noto Sans Bengali', package: 'noto-sans-bengali', characters: /\p{scx=Beng}/u, languages: 'as bn' },
  { name: 'Noto Sans Gurmukhi', package: 'noto-sans-gurmukhi', characters: /\p{scx=Guru}/u, languages: 'pa' },
  { name: 'Noto Sans Gujarati', package: 'noto-sans-gujarati', characters: /\p{scx=Gujr}/u, languages: 'gu' },
  { name: 'Noto Sans Oriya', package: 'noto-sans-oriya', characters: /\p{scx=Orya}/u, languages: 'or' },
  { name: 'Noto Sans Tamil', package: 'noto-sans-tamil', characters: /\p{scx=Taml}/u, languages: 'ta' },
  { name: 'Noto Sans Telugu', package: 'noto-sans-telugu', characters: /\p{scx=Telu}/u, languages: 'te' },
  { name: 'Noto Sans Kannada', package: 'noto-sans-kannada', characters: /\p{scx=Knda}/u, languages: 'kn' },
  { name: 'Noto Sans Malayalam', package: 'noto-sans-malayalam', characters: /\p{scx=Mlym}/u, languages: 'ml' },
  { name: 'Noto Sans Sinhala', package: 'noto-sans-sinhala', characters: /\p{scx=Sinh}/u, languages: 'si' },
  { name: 'Noto Sans Thai', package: 'noto-sans-thai', characters: /\p{scx=Thai}/u, languages: 'th' },
  { name: 'Noto Sans Lao', package: 'noto-sans-lao', characters: /\p{scx=Laoo}/u, languages: 'lo' },
  { name: 'Noto Sans Khmer', package: 'noto-sans-khmer', characters: /\p{scx=Khmr}/u, languages: 'km' },
  { name: 'Noto Sans Myanmar', package: 'noto-sans-myanmar', characters: /\p{scx=Mymr}/u, languages: 'my shn' },
  { name: 'Noto Sans Math', package: 'noto-sans-math', characters: /[\u2190-\u22ff\u27c0-\u2aff]/ },
  {
    name: 'Noto Sans Symbols',
    package: 'noto-sans-symbols',
    characters: /[\u2460-\u24ff\u2624-\u262f\u2638-\u2653\u2670-\u267d\u2690-\u269d\u26a2-\u26bc\u26e2-\u26ff]/,
  },
  {
    name: 'Noto Sans Symbols 2',
    package: 'noto-sans-symbols-2',
    characters: /[\u2300-\u23ff\u2500-\u27bf\u2b00-\u2bff]/,
  },
  { name: 'Noto Sans SC', package: 'noto-sans-sc', characters: han, languages: 'zh wuu' },
  { name: 'Noto Sans TC', package: 'noto-sans-tc', characters: han, languages: 'zh-Hant zh-TW zh-MO' },
  { name: 'Noto Sans HK', package: 'noto-sans-hk', characters: han, languages: 'zh-HK zh-Hant-HK yue' },
  {
    name: 'Noto Sans JP',
    package: 'noto-sans-jp',
    characters: /[\p{scx=Hani}\p{scx=Kana}\p{scx=Hira}]/u,
    languages: 'ja',
  },
  { name: 'Noto Sans KR', package: 'noto-sans-kr', characters: /[\p{scx=Hani}\p{scx=Hang}]/u, languages: 'ko' },
  { name: 'Noto Emoji', package: 'noto-emoji', characters: /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u },
];

/** The families for a text, the one made for its language first. Never empty. */
export function familiesFor(language: string): readonly FontFamily[] {
  const own = ownFamily(language);
  return own === undefined ? fontFamilies : [own, ...fontFamilies.filter((family) => family !== own)];
}

/** The family made for a language that the first family does not suit: `zh-Hant-TW` finds `zh-Hant` (RFC 4647 §3.4). */
export function ownFamily(language: string): FontFamily | undefined {
  for (let tag = language.toLowerCase(); tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const own = fontFamilies.find((family) => family.languages?.toLowerCase().split(' ').includes(tag));
    if (own !== undefined) return own;
  }
  return undefined;
}
