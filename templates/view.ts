import type { Element } from 'hast';
import type { Children, Country, Direction, EditionId, Medium, Paper, Service, Status } from '../scripts/model.ts';
import type { Words } from './words.ts';

/** Which care card: how fast to get help. */
export type Band = 'emergency' | 'urgent' | 'routine';

/** A care card: its bullets. */
export interface CareCard {
  readonly kind: 'care-card';
  readonly band: Band;
  readonly content: Children;
  /** The same card as it was written, where a machine translated it and nobody named has reviewed that; else null. */
  readonly original: OriginalCard | null;
}

/** A card in the language that it was translated from, with the numbers of the same place. */
export interface OriginalCard {
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: Direction;
  readonly words: Words;
  readonly emergency: Service | null;
  readonly urgent: Service | null;
  readonly content: Children;
}

/** Who should ask before trying. */
export interface AskFirst {
  readonly kind: 'ask-first';
  readonly content: Children;
}

/** The three steps of page 1. */
export interface Steps {
  readonly kind: 'steps';
  /** Content of each step. */
  readonly items: readonly Children[];
}

/** Something to do; on the checklist it is a row. */
export interface Action {
  readonly kind: 'action';
  readonly id: string;
  /** The row words. */
  readonly name: Children;
  /** How much. */
  readonly dose: Children;
  readonly figure: FigureBlock | null;
  readonly content: Children;
}

/** A box: do, don’t, tip, myth, or a line to write on. */
export interface Box {
  readonly kind: 'do' | 'dont' | 'tip' | 'myth' | 'write';
  readonly content: Children;
}

/** A picture with its caption; an empty alt is decoration. */
export interface FigureBlock {
  readonly kind: 'figure';
  readonly image: Element;
  readonly caption: Children;
}

/** A diary: a row for each day, the columns an author named. */
export interface Tracker {
  readonly kind: 'tracker';
  readonly days: number;
  readonly columns: readonly Children[];
  readonly caption: Children;
}

/** A heading below the section's title. Its id is unique in the guide. */
export interface Heading {
  readonly kind: 'heading';
  /** 2 to 6, as the author wrote it. */
  readonly depth: number;
  readonly id: string;
  readonly titleText: string;
  readonly content: Children;
}

/** A table: wide ones may break over pages. */
export interface Table {
  readonly kind: 'table';
  readonly table: Element;
  readonly rows: number;
}

/** Everything else: paragraphs, lists, quotes, code. */
export interface Prose {
  readonly kind: 'prose';
  readonly content: Children;
}

/** A top-level piece of a section, ready for a part to print. */
export type Block = CareCard | AskFirst | Steps | Action | Box | FigureBlock | Tracker | Heading | Table | Prose;

/** A footnote of a section. */
export interface Note {
  readonly id: string;
  /** Id of the first place that refers to it. */
  readonly backId: string;
  readonly label: string;
  readonly content: Children;
}

/** A section as templates take it: cards, ask-first boxes and steps are taken out to the front of the product. */
export interface SectionView {
  readonly id: string;
  readonly title: Children;
  readonly titleText: string;
  readonly in: readonly Medium[];
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

/** A source that this product cites. */
export interface Source {
  readonly id: string;
  /** Key of the reference. */
  readonly key: string;
  readonly number: number;
  readonly text: string;
  readonly url: string | null;
}

/** A word that this product explains. */
export interface Term {
  readonly id: string;
  readonly word: string;
  /** Other forms of it in the text. */
  readonly forms: readonly string[];
  readonly meaning: string;
}

/** What a clinic wrote for one person: nobody reviewed it, so it stands in a frame that says whose it is. */
export interface ClinicNote {
  /** Lines of each paragraph, as typed. */
  readonly paragraphs: readonly (readonly string[])[];
  /** Where it stands in an edition of several pages. */
  readonly at: 'front' | 'after-cards';
}

/** Words, and their language where it is another than the product's. */
export interface Said {
  readonly text: string;
  readonly lang: string | undefined;
}

/** A number of a clinic: what answers, what is printed, what a touch dials. */
export interface ClinicNumber {
  readonly label: Said | null;
  readonly say: string;
  /** Digits, `+`, `*` and `#` alone. */
  readonly dial: string;
}

/** The clinic in whose name a product is handed out. */
export interface ClinicView {
  readonly name: Said;
  readonly address: readonly Said[];
  readonly phones: readonly ClinicNumber[];
  readonly hours: Said | null;
  readonly url: string | null;
  /** `src` of its picture, or null. */
  readonly logo: string | null;
}

/** What a code to scan opens: the full guide, or the page of the clinic. */
export interface Code {
  readonly url: string;
  readonly opens: 'guide' | 'clinic';
}

/** All that a template may print. Dates are words already. */
export interface View {
  readonly edition: EditionId;
  /** True for a folder of plain Markdown. */
  readonly plain: boolean;
  readonly paper: Paper | null;
  readonly language: string;
  readonly direction: Direction;
  readonly words: Words;
  readonly country: Country | null;
  readonly urgent: Service | null;
  readonly emergency: Service | null;
  /** Whose text it is. */
  readonly publisher: string;
  /** In whose name it is handed out: the clinic's, else the publisher's. */
  readonly issuer: Said;
  /** Null for the publisher's own products. */
  readonly clinic: ClinicView | null;
  readonly title: string;
  readonly promise: string | null;
  readonly version: string | null;
  readonly date: string | null;
  readonly status: Status;
  /** One sentence: draft, reviewed by whom and when, expired. */
  readonly statusSentence: string;
  /** A few words for the margin. */
  readonly statusBand: string;
  readonly nextReview: string | null;
  readonly authors: readonly string[];
  readonly funding: string | null;
  /** Null where there is no address to open. */
  readonly code: Code | null;
  readonly cards: readonly CareCard[];
  readonly askFirst: readonly AskFirst[];
  readonly steps: Steps | null;
  /** Sections of this edition, in order. */
  readonly sections: readonly SectionView[];
  /** In a patient's own copy. */
  readonly clinicNote: ClinicNote | null;
  /** All actions of the guide in its order, or those that were chosen for a patient. */
  readonly actions: readonly Action[];
  /** Row words of each action, by its id. */
  readonly actionNames: ReadonlyMap<string, string>;
  /** Most pages of the handout. */
  readonly handoutPages: number;
  readonly sources: readonly Source[];
  readonly terms: readonly Term[];
  /** First picture of the guide, for the opening. */
  readonly opening: FigureBlock | null;
}
