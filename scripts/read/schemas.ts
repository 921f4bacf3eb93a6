import * as v from 'valibot';
import { words } from '../../templates/words.ts';
import {
  text,
  slugText,
  webAddress,
  isoDate,
  tag,
  country,
  fields,
  entries,
  gone,
  mapping,
  listOf,
  perLanguage,
  paper,
  service,
} from './schema-parts.ts';

/*
 * What each YAML file may hold. Every scalar is text (see `parseYaml`). The message of each schema says what is
 * expected and what to do, to end the sentence "Unexpected X, expected …".
 */

/** `content/library.yml`. */
export const librarySchema = fields({
  publisher: text,
  language: tag,
  place: v.optional(country),
  url: v.optional(webAddress),
  guides: v.optional(listOf(text)),
});

const wordNames = v.picklist(Object.keys(words), 'a word of templates/words.ts: rename or remove it');

/** `content/languages/TAG.yml`; what it lacks must come from `base`. */
export const languageSchema = fields({
  name: v.optional(text),
  direction: v.optional(v.picklist(['ltr', 'rtl'], '`ltr` or `rtl`: choose one')),
  base: v.optional(tag),
  decimal: v.optional(v.pipe(text, v.maxLength(1, 'one mark: write `.` or `,`'))),
  months: v.optional(v.pipe(listOf(text), v.length(12, 'twelve names: list January to December'))),
  words: v.optional(entries(wordNames, text, '`word: text` lines: write it as fields')),
});

const serviceNames = 'names of services a language tag, `en-GB: {urgent: NHS 111}`: write it so';

/** `content/places/CC.yml`. */
export const placeSchema = fields({
  name: text,
  emergency: service,
  urgent: v.optional(service),
  poisons: v.optional(service),
  names: v.optional(entries(tag, entries(slugText, text, serviceNames), serviceNames)),
  paper: v.optional(paper, 'a4'),
});

/** `content/facts.yml`. */
export const factsSchema = entries(slugText, text, '`name: text` lines: write it so');

const year = v.pipe(
  text,
  v.regex(/^[0-9]{4}(-|$)/, 'a year like `2006`: write four digits'),
  v.transform((value) => Number(value.slice(0, 4))),
);
/** CSL 1.0.2 dates: `{date-parts: [[2006, 5]]}`; the year counts. */
const dateParts = v.pipe(
  fields({ 'date-parts': listOf(listOf(text)) }),
  v.transform((date) => date['date-parts'][0]?.[0]),
  year,
);
const author = v.union(
  [fields({ family: text, given: v.exactOptional(text) }), fields({ literal: text })],
  '`family` and `given`, or `literal`: write it so',
);

/** `content/references.yml`: CSL variables (CSL 1.0.2, appendix IV) and what was seen of the source. */
export const referencesSchema = entries(
  slugText,
  fields({
    type: text,
    title: text,
    author: v.optional(listOf(author), []),
    'container-title': v.optional(text),
    publisher: v.optional(text),
    issued: v.optional(v.union([year, dateParts], 'a year, or `date-parts: [[2006]]`: write it so')),
    volume: v.optional(text),
    issue: v.optional(text),
    page: v.optional(text),
    DOI: v.optional(v.pipe(text, v.regex(/^10\.[0-9]+\/\S+$/, 'a DOI like `10.1000/182`: write it without address'))),
    URL: v.optional(webAddress),
    seen: v.picklist(['full', 'abstract', 'memory'], '`full`, `abstract` or `memory`: say what you saw of it'),
    checked: v.optional(isoDate),
  }),
  '`key: {type, title, …}`: write it so',
);

const pages = v.pipe(
  text,
  v.regex(/^[234]$/, '2, 3 or 4 pages: write one of them'),
  v.transform((value) => Number(value)),
);

const machineMessage = '`TAG: machine`: write it or remove the line';

/** `content/guides/ID/guide.yml`. */
export const guideSchema = fields({
  title: v.optional(perLanguage),
  promise: v.optional(perLanguage),
  date: v.optional(isoDate),
  version: v.optional(text),
  review: gone('none here: remove it, and sign the guide with `guidepress review`'),
  authors: v.optional(listOf(text), []),
  funding: v.optional(text),
  url: v.optional(webAddress),
  codes: v.optional(fields({ icd10: v.optional(text), snomed: v.optional(text) }), {}),
  handout: v.optional(v.union([pages, fields({ pages })], 'a number of pages: write 2, 3 or 4'), '2'),
  translated: v.optional(entries(tag, v.literal('machine', machineMessage), machineMessage)),
});

/** `content/guides/ID/TAG/words.yml`. */
export const glossarySchema = entries(
  text,
  fields({ forms: v.optional(listOf(text), []), meaning: text }),
  '`word: {forms, meaning}` lines: write it so',
);

/** `content/guides/ID/safety.lock.yml`; `guidepress check --accept` writes it. */
export const safetyLockSchema = entries(
  tag,
  entries(text, listOf(v.string()), 'lists by group: accept the guide again'),
  'groups by language: accept the guide again',
);

const mediumMessage = '`handout`, `guide`, `ebook` or `web`: choose of these';
const medium = v.picklist(['handout', 'guide', 'ebook', 'web'], mediumMessage);
const oneMedium = v.pipe(
  medium,
  v.transform((one) => [one]),
);

/** Front matter of a section; other programs have fields of their own in it, so any may be there. */
export const frontMatterSchema = v.pipe(
  mapping('`name: value` lines between the `---`: write it so, or use `***` to part text'),
  v.looseObject({
    in: v.optional(v.lazy((value) => (Array.isArray(value) ? listOf(medium) : oneMedium))),
    'same-as': v.optional(slugText),
    source: v.optional(text),
    title: v.optional(text),
    language: v.optional(text),
    lang: v.optional(text),
  }),
);
