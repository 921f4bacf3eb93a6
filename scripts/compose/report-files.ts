import type { Language, Library } from '../model.ts';
import type { CheckMade, CheckName } from '../press/proof.ts';
import type { Facts } from '../report/facts.ts';
import type { Run } from '../report/run.ts';
import type { Entry, Manifest } from '../write/manifest.ts';
import type { Edition } from '../../templates/edition.ts';
import { editions } from '../../templates/editions.ts';
import { kilobytes } from '../../templates/index-page.tsx';
import type { Fact, ReportedFile } from '../../templates/report-page.tsx';
import { fill, type Words } from '../../templates/words.ts';
import { dateInWords } from './dates.ts';

/** What a report is made of. */
export interface Reported {
  readonly manifest: Manifest;
  readonly library: Library;
  /** What is known of a product. */
  readonly factsOf: (entry: Entry) => Facts | null;
  readonly run: Run;
}

/** The files of a guide, as the report shows them. */
export function filesOf(guide: string, reported: Reported, language: Language): readonly ReportedFile[] {
  const { manifest, library, factsOf } = reported;
  return manifest.artifacts
    .filter((entry) => entry.guide === guide)
    .map((entry) => fileOf(entry, factsOf(entry), { manifest, library, language }));
}

/** How many files have each status. */
export function statusesIn(manifest: Manifest, words: Words): readonly string[] {
  const counts = new Map<string, number>();
  for (const entry of manifest.artifacts) {
    const status = statusOf(entry, manifest, words);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return Array.from(counts, ([status, count]) => `${status}: ${count}`).sort();
}

function statusOf(entry: Entry, { stale }: Manifest, words: Words): string {
  const statuses: Readonly<Record<string, string>> = {
    draft: words.statusDraft,
    reviewed: words.statusReviewed,
    expired: words.statusExpired,
    incomplete: words.statusIncomplete,
  };
  return stale.includes(entry.path) ? words.stale : (statuses[entry.status] ?? entry.status);
}

interface Around {
  readonly manifest: Manifest;
  readonly library: Library;
  readonly language: Language;
}

function fileOf(entry: Entry, facts: Facts | null, { manifest, library, language }: Around): ReportedFile {
  const { words } = language;
  const edition: Edition | undefined = Object.values(editions).find(({ id }) => id === entry.edition);
  return {
    path: entry.path,
    href: entry.path.split('/').map(encodeURIComponent).join('/'),
    edition: edition?.name(words, entry.variant === 'sheets' ? 'sheets' : null) ?? entry.edition,
    clinic: entry.clinic,
    language: library.languages.get(entry.language)?.name ?? entry.language,
    languageTag: entry.language,
    // A tag may say it: `en-GB`.
    place: entry.place !== null && entry.language.endsWith(`-${entry.place}`) ? null : entry.place,
    paper: entry.paper === 'a4' ? 'A4' : entry.paper === 'letter' ? 'Letter' : null,
    status: statusOf(entry, manifest, words),
    pages: entry.pages,
    size: kilobytes(entry.bytes),
    smallest: smallestOf(entry, facts, words),
    contrast: contrastOf(entry, facts, words),
    checks: checksOf(facts, words),
    details: detailsOf(entry, facts, language),
  };
}

function smallestOf({ mediaType }: Entry, facts: Facts | null, words: Words): string {
  if (facts === null) return words.reportUnknown;
  if (mediaType !== 'application/pdf') return words.reportReader;
  const { text, margins } = facts.smallest ?? { text: null, margins: null };
  if (text === null) return words.reportUnknown;
  return margins === null
    ? fill(words.reportSize, { text: points(text) })
    : fill(words.reportSizes, { text: points(text), margins: points(margins) });
}

/** To a tenth: prints of 18 pt come out as 17.998. */
function points(size: number): string {
  return String(Math.round(size * 10) / 10);
}

function contrastOf({ mediaType }: Entry, facts: Facts | null, words: Words): string {
  if (facts === null) return words.reportUnknown;
  if (facts.contrast === null) return mediaType === 'application/epub+zip' ? words.reportReader : words.reportUnknown;
  const { light, dark } = facts.contrast;
  return [ratio(light), ...(dark === null ? [] : [fill(words.reportDark, { ratio: ratio(dark) })])].join('; ');
}

function ratio(value: number): string {
  return `${value.toFixed(1)}:1`;
}

function checksOf(facts: Facts | null, words: Words): string {
  if (facts === null) return words.reportUnknown;
  const { checks } = facts;
  if (checks.length === 0) return words.checkSheets;
  return fill(words.reportPassed, { passed: checks.filter(hasPassed).length, all: checks.length });
}

function hasPassed({ errors, warnings }: CheckMade): boolean {
  return errors === 0 && warnings === 0;
}

function detailsOf(entry: Entry, facts: Facts | null, language: Language): readonly Fact[] {
  const { words } = language;
  const bytes = { name: words.reportBytes, values: codes(entry.sha256) };
  const size = { name: words.downloadSize, values: texts(`${entry.bytes} bytes`) };
  const parts = { name: words.reportParts, values: codes(entry.fingerprint) };
  if (facts === null) return [size, bytes, parts, { name: words.reportChecks, values: texts(words.reportUnknown) }];
  const checks = facts.checks.map((check) => checkLine(check, words));
  const fonts = facts.fonts.map(({ family, source }) => (source === null ? family : `${family}, ${source.licence}`));
  return [
    { name: words.reportReview, values: texts(...reviewOf(entry, facts, language)) },
    { name: words.reportChecks, values: texts(...(checks.length > 0 ? checks : [words.checkSheets])) },
    { name: words.reportClaim, values: texts(facts.claim ?? words.reportNone) },
    { name: words.reportFonts, values: texts(...(fonts.length > 0 ? fonts : [words.reportNone])) },
    { name: words.reportMaker, values: texts(facts.generator, ...(facts.browser === null ? [] : [facts.browser])) },
    size,
    bytes,
    { name: words.reportContent, values: codes(facts.contentHash) },
    parts,
  ];
}

function texts(...lines: readonly string[]): Fact['values'] {
  return lines.map((text) => ({ text, code: false }));
}

function codes(...lines: readonly string[]): Fact['values'] {
  return lines.map((text) => ({ text, code: true }));
}

/** An incomplete product is nobody's to have reviewed, and an expired one names who did. */
function reviewOf({ status }: Entry, { review }: Facts, language: Language): readonly string[] {
  const { words } = language;
  if (review === null) return [status === 'incomplete' ? words.incomplete : words.draft];
  const reviewed = fill(words.reviewed, { by: review.by, date: dateInWords(review.date, language) });
  const next = dateInWords(review.next, language);
  return status === 'expired'
    ? [reviewed, fill(words.expired, { date: next })]
    : [reviewed, fill(words.nextReview, { date: next })];
}

const checkWords = {
  'source-audit': 'checkSource',
  characters: 'checkCharacters',
  pictures: 'checkPictures',
  'text-audit': 'checkText',
  tags: 'checkTags',
  'page-numbers': 'checkNumbers',
  'page-limit': 'checkLimit',
  epubcheck: 'checkBook',
} as const satisfies Record<CheckName, keyof Words>;

function checkLine(check: CheckMade, words: Words): string {
  const { name, of, tool, errors, warnings } = check;
  const what = fill(words[checkWords[name]], { n: of ?? '', tool: tool ?? '' });
  return fill(words.checkResult, { what, errors, warnings });
}
