import type { Element, ElementContent } from 'hast';
import type { Root } from 'mdast';
import type { Position } from 'unist';
import type { Words } from '../templates/words.ts';
import type { Finding } from './findings.ts';

declare module 'hast' {
  interface ElementData {
    /** Key of an author's block, the same in every edition: `<section id>/<number>`. */
    block?: string;
  }
}

/*
 * The nouns. Everything that flows from content/ to output/ has one of these types; all of it is read-only.
 * The nodes that an author's text may hold beyond CommonMark and GFM are declared in `syntax.ts`.
 */

/** Where a section may appear. */
export type Medium = 'handout' | 'guide' | 'ebook' | 'web';

/** Which way a script runs. */
export type Direction = 'ltr' | 'rtl';

/** A paper that PDF editions are laid out for. */
export type Paper = 'a4' | 'letter';

/** All that was read from `content/`, or from a plain folder or file with the package's own words and places. */
export interface Library {
  /** Absolute path of the content folder. */
  readonly root: string;
  readonly publisher: string;
  /** BCP 47 tag used where a guide does not say. */
  readonly language: string;
  /** ISO 3166-1 code used where a language has no region. */
  readonly place: string | null;
  /** Public address of the library, for QR codes and links. */
  readonly url: string | null;
  /** In the library's order. */
  readonly guides: readonly Guide[];
  readonly languages: ReadonlyMap<string, Language>;
  readonly places: ReadonlyMap<string, Country>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly references: ReadonlyMap<string, Reference>;
  /** Clinics by id, sorted: they hand out guides in their own names. */
  readonly clinics: ReadonlyMap<string, Clinic>;
  /** The publisher's own reviews: `content/reviews.yml`. */
  readonly reviews: readonly Review[];
  /** True where all guides of the folder were read: only then can something be unused. */
  readonly whole: boolean;
  /** What the reader found wrong. */
  readonly findings: readonly Finding[];
}

/** A language that templates can print in: `content/languages/en-GB.yml`. */
export interface Language {
  /** BCP 47 tag, also the file's name. */
  readonly tag: string;
  /** Its own name for itself. */
  readonly name: string;
  readonly direction: Direction;
  /** Decimal mark. */
  readonly decimal: string;
  /** Twelve month names as written within a date. */
  readonly months: readonly string[];
  readonly words: Words;
}

/** A phone service: what to print and what to dial. */
export interface Service {
  readonly say: string;
  readonly dial: string;
}

/** A country with its numbers: `content/places/GB.yml`. A place is not a language. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
  readonly emergency: Service;
  readonly urgent: Service | null;
  readonly poisons: Service | null;
  /** Service names by language tag: `{'en-GB': {urgent: 'NHS 111'}}`. */
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly paper: Paper;
}

/** A text that may differ by language: one for all, or one a BCP 47 tag. */
export type Localised = string | Readonly<Record<string, string>>;

/** A clinic that hands out guides in its own name: `content/clinics/ID/clinic.yml`. */
export interface Clinic {
  /** ASCII slug, the folder's name. */
  readonly id: string;
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Path of clinic.yml as findings show it. */
  readonly file: string;
  readonly name: Localised;
  /** ISO 3166-1 code: the clinic's country, whose numbers its products print. */
  readonly place: string | null;
  /** Lines, as on an envelope. */
  readonly address: readonly string[];
  readonly phones: readonly ClinicPhone[];
  readonly hours: Localised | null;
  readonly url: string | null;
  readonly logo: Asset | null;
  readonly colours: Colours;
  /** Papers that it prints on; null for all. */
  readonly papers: readonly Paper[] | null;
  /** BCP 47 tags; null for those of its own place, or the library's where it has none, and those of no place. */
  readonly languages: readonly string[] | null;
  /** Null for all. */
  readonly editions: readonly EditionId[] | null;
  /** What its own clinicians signed: `reviews.yml`. */
  readonly reviews: readonly Review[];
  /** Where in clinic.yml the fields stand that checks speak of. */
  readonly positions: Readonly<Record<ClinicField, Position>>;
}

/** A field of clinic.yml that a check may point to. */
export type ClinicField = 'url' | 'logo' | 'brand' | 'brand-tint' | 'on-brand';

/** A number of a clinic, with what answers it: “Reception”. */
export interface ClinicPhone extends Service {
  readonly label: Localised | null;
}

/** Brand colours, `#rrggbb`: each pair that text stands on is measured. */
export interface Colours {
  readonly brand: string;
  readonly brandTint: string;
  readonly onBrand: string;
}

/** A named person's signature under a guide's content: an entry of a `reviews.yml`. */
export interface Review {
  /** Id of the guide. */
  readonly guide: string;
  /** BCP 47 tag of the text that was reviewed. */
  readonly language: string;
  /** ISO 3166-1 code of the place whose numbers were in it; null where none were. */
  readonly place: string | null;
  /** Lower-case hexadecimal SHA-256 of the content that was signed: another hash, and the review is void. */
  readonly hash: string;
  /** Name, role, registration. */
  readonly by: string;
  /** ISO date of the signature. */
  readonly date: string;
  /** ISO date after which it has expired. */
  readonly next: string;
  /** The `reviews.yml` that it is in, as findings show it. */
  readonly file: string;
  readonly line: number;
}

/** A number kept once for all guides. */
export interface Fact {
  readonly id: string;
  /** Text with its numbers and units: `15 minutes, 20 at most`. */
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/** A source, in CSL field names (docs.citationstyles.org), with how much of it was seen. */
export interface Reference {
  readonly key: string;
  readonly type: string;
  readonly title: string;
  readonly author: readonly {
    readonly family?: string | undefined;
    readonly given?: string | undefined;
    readonly literal?: string | undefined;
  }[];
  readonly containerTitle: string | null;
  readonly publisher: string | null;
  /** Year. */
  readonly issued: number | null;
  readonly volume: string | null;
  readonly issue: string | null;
  readonly page: string | null;
  readonly doi: string | null;
  readonly url: string | null;
  readonly seen: 'full' | 'abstract' | 'memory';
  /** ISO date on which it was looked at. */
  readonly checked: string | null;
  readonly file: string;
  readonly line: number;
}

/** One guide in all its languages. */
export interface Guide {
  /** ASCII slug, the folder's name. */
  readonly id: string;
  /** Absolute path of the folder (or of the one file's folder). */
  readonly folder: string;
  /** The file that findings about the guide as a whole point to. */
  readonly file: string;
  /** True for a folder of plain Markdown or a single file: no guide.yml. */
  readonly plain: boolean;
  readonly date: string | null;
  readonly version: string | null;
  readonly authors: readonly string[];
  readonly funding: string | null;
  readonly url: string | null;
  readonly codes: { readonly icd10: string | null; readonly snomed: string | null };
  /** Most pages of the handout, 2 to 4. */
  readonly handoutPages: number;
  /** Paths of the pictures in `figures/`, as findings show them. */
  readonly figures: readonly string[];
  /** What was accepted as safe: `safety.lock.yml`; null without that file. */
  readonly safetyLock: SafetyLock | null;
  /** By language tag, the library's own language first, the rest sorted. */
  readonly translations: ReadonlyMap<string, Translation>;
  /** Languages whose text a machine translated: drafts of their own until somebody named has reviewed them. */
  readonly machineTranslated: ReadonlySet<string>;
}

/** What a person accepted, as written: texts by group (`emergency`, `action warm-pack`) by language tag. */
export type SafetyLock = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** A guide's text in one language. */
export interface Translation {
  readonly language: string;
  readonly title: string;
  readonly promise: string | null;
  readonly sections: readonly Section[];
  readonly glossary: readonly GlossaryEntry[];
  /** Pictures by asset id: every image node that could be read has `url: 'asset:<id>'`. */
  readonly assets: ReadonlyMap<string, Asset>;
}

/** A hard word with its meaning: `words.yml`. */
export interface GlossaryEntry {
  readonly word: string;
  readonly forms: readonly string[];
  readonly meaning: string;
}

/** One section file, parsed. */
export interface Section {
  /** ASCII, unique within the guide, the same in every language: `warm-packs`. */
  readonly id: string;
  /** Path that findings show. */
  readonly file: string;
  /** Path within the guide's language folder, with `/`: what links between sections name. */
  readonly path: string;
  readonly title: string;
  readonly in: readonly Medium[];
  /** The hash of the text that this one was translated from; null where the author does not say. */
  readonly translates: string | null;
  /** The author's text; positions are those of `source`. */
  readonly tree: Root;
  /** The file's text as parsed (no BOM, LF). */
  readonly source: string;
}

/** A picture, safe to embed: SVG sanitised, bitmap decoded and encoded anew. */
export interface Asset {
  /** `[a-z0-9-]+.(svg|png|jpg)`, unique within the translation. */
  readonly id: string;
  /** The file's own name, for messages and for pictures without words. */
  readonly name: string;
  readonly mediaType: 'image/svg+xml' | 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
  /** CSS px, or the SVG's own units. */
  readonly width: number;
  readonly height: number;
  /** SHA-256 of the file as its author left it, line ends aside; none where Guidepress drew the picture. */
  readonly original?: string;
}

/** What a guide is made into. */
export const editionIds = ['handout', 'guide', 'checklist', 'large-print', 'booklet', 'ebook', 'web'] as const;

/** One of them. */
export type EditionId = (typeof editionIds)[number];

/** Two forms of one edition: its pages in reading order, and the same pages on sheets to print and fold. */
export type Variant = 'reading' | 'sheets';

/** How a document comes out. */
export type Format = 'pdf' | 'epub' | 'html';

/** What a clinician chose for one person. It goes into that person's copy and is written nowhere else. */
export interface Own {
  /** Ids of the actions to print; null for all. */
  readonly actions: ReadonlySet<string> | null;
  /** The clinic's note as typed, lines parted by LF; null for none. */
  readonly note: string | null;
  /** Where the note stands in an edition of several pages: on page 1, or behind the care cards where page 1 is full. */
  readonly noteAt: 'front' | 'after-cards';
}

/** One thing to make: guide × language × place × clinic × edition × paper. */
export interface Order {
  readonly guide: Guide;
  readonly translation: Translation;
  readonly language: Language;
  readonly country: Country | null;
  /** In whose name; null for the publisher's own. */
  readonly clinic: Clinic | null;
  readonly edition: EditionId;
  readonly format: Format;
  /** Null where the edition has no pages. */
  readonly paper: Paper | null;
  /** Null where the edition has one form. */
  readonly variant: Variant | null;
  /** Where it goes under `output/`, with `/`. */
  readonly path: string;
  readonly status: Status;
  /** Whose signature the status rests on; null for a draft. */
  readonly review: Review | null;
  /** The printed product whose pages this one names, or that sheets are made of; null where it needs none. */
  readonly needs: Order | null;
  /** For whom it was changed; null for everybody's. */
  readonly own: Own | null;
}

/** The status ladder (design: decision 9). */
export type Status = 'draft' | 'reviewed' | 'expired' | 'incomplete';

/** A composed product: trees, pictures and styles, nothing written yet. */
export interface Publication {
  /** `urn:uuid:` + UUIDv5 of guide, language, place, clinic, edition: stable for ever. */
  readonly identifier: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly description: string;
  readonly authors: readonly string[];
  /** Who hands it out: the clinic, else the library's publisher. */
  readonly publisher: string;
  /** Whose text it is, where somebody else hands it out; else null. */
  readonly source: string | null;
  /** Colours and logo (a key of `assets`) of who hands it out. */
  readonly brand: { readonly colours: Colours; readonly logo: string | null };
  readonly language: string;
  readonly direction: Direction;
  /** ISO date; the guide's own or SOURCE_DATE_EPOCH's. */
  readonly date: string;
  readonly subjects: readonly string[];
  readonly status: Status;
  /** One sentence: who reviewed it and when, that nobody has, or that the review ran out. */
  readonly statusSentence: string;
  /** Null for a draft. */
  readonly review: Pick<Review, 'by' | 'date' | 'next'> | null;
  /** One for PDF and web; one a chapter for an ebook. */
  readonly documents: readonly Document[];
  /** Pictures by the `src` that `img` elements name. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** CSS text of the edition; no fonts in it, they are `fonts`. */
  readonly css: string;
  /** What to embed, in the order of the font stack. */
  readonly fonts: readonly Font[];
  readonly words: Words;
  /** Null where the edition has no pages. */
  readonly page: Page | null;
}

/** One composed document: a print document, a web page, or a chapter. */
export interface Document {
  /** ASCII slug: the chapter's file name. */
  readonly id: string;
  readonly title: string;
  /** Children of `body`. Ids are unique over the whole publication. */
  readonly body: readonly Element[];
  /** `epub:type` of the chapter's body. */
  readonly type: 'frontmatter' | 'bodymatter' | 'backmatter';
  /** False for what contents leave out. */
  readonly inContents: boolean;
}

/** A font file that this publication's characters need. */
export interface Font {
  readonly family: string;
  readonly weight: 400 | 700;
  /** Absolute path of a woff2 file inside node_modules. */
  readonly path: string;
  /** CSS unicode-range, or null for all. */
  readonly unicodeRange: string | null;
}

/** What the PDF press must know beyond the tree. Lengths in mm, sizes in pt. */
export interface Page {
  readonly paper: Paper;
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Text of the margin boxes; `{page}` and `{pages}` are counters, `{section}` a running head, a line feed starts a new line. */
  readonly head: readonly [left: string, right: string];
  readonly foot: readonly [left: string, right: string];
  /** Titles of what `{section}` in `head` or `foot` may say, in order: the one that a page starts in. */
  readonly runningHeads: readonly { readonly id: string; readonly title: string }[];
  /** On page 1 instead of `head`/`foot`: null prints nothing there. */
  readonly firstFoot: readonly [left: string, right: string] | null;
  /** Most pages, or null. */
  readonly maxPages: number | null;
  /** Size found by measuring, for what must fit one page; sets the CSS variable `--fit` on the root element. */
  readonly fit: {
    readonly selector: string;
    readonly height: number;
    readonly min: number;
    readonly max: number;
    readonly step: number;
  } | null;
}

/** What a booklet's sheets are and say about themselves: all but their pages, which are the reading copy's. */
export interface Sheets {
  readonly title: string;
  readonly description: string;
  readonly author: string;
  readonly keywords: readonly string[];
  readonly language: string;
  readonly direction: Direction;
  /** `urn:uuid:…` */
  readonly identifier: string;
  /** ISO date. */
  readonly date: string;
  /** As a sheet lies open, in mm. */
  readonly width: number;
  readonly height: number;
}

/** On which pages a printed product says what: made by the PDF press, for contents, page lists and other editions. */
export interface Pagination {
  /** Identifier of the publication that was printed. */
  readonly source: string;
  readonly pages: number;
  /** Page (from 1) on which the text of each id starts. */
  readonly ids: Readonly<Record<string, number>>;
  /** Page (from 1) on which each of the author's blocks starts, by its key (`data.block` of a composed element). */
  readonly blocks: Readonly<Record<string, number>>;
  /** Running head of each page; empty where there are none. */
  readonly heads: readonly string[];
}

/** What a product is made of: a hash of each part, by a name that a person understands. */
export type Parts = Readonly<Record<string, string>>;

/** A finished product. */
export interface Artifact {
  readonly order: Order;
  readonly bytes: Uint8Array;
  readonly mediaType: 'application/pdf' | 'application/epub+zip' | 'text/html';
  /** Null where it has none. */
  readonly pages: number | null;
  /** True where it has a page list. */
  readonly pageList: boolean | null;
}

/** Children of an element, as templates take them. */
export type Children = readonly ElementContent[];
