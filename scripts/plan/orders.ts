import type {
  Clinic,
  Country,
  EditionId,
  Guide,
  Language,
  Library,
  Order,
  Paper,
  Status,
  Translation,
} from '../model.ts';
import type { Edition } from '../../templates/edition.ts';
import { editions } from '../../templates/editions.ts';
import { hasActions } from './actions.ts';

/** What a run asks for; an empty list means all there is. */
export interface Wish {
  readonly languages: readonly string[];
  readonly places: readonly string[];
  readonly editions: readonly EditionId[];
  readonly papers: readonly Paper[];
  /** Ids of clinics; `none` stands for the publisher's own products. */
  readonly clinics?: readonly string[];
  /** ISO date that decides *expired*. */
  readonly today: string;
  /** Whether machine translations are made, as drafts; they are not unless asked for. */
  readonly unreviewed?: boolean;
  /** Guides whose errors are printed over: their products say incomplete. */
  readonly incomplete: ReadonlySet<Guide>;
  /** Ids of clinics whose errors are printed over: their products say incomplete. */
  readonly incompleteClinics?: ReadonlySet<string>;
}

/** An edition asked for by name that a guide has no content for. */
export interface Unmet {
  readonly guide: Guide;
  readonly language: string;
  readonly edition: EditionId;
  readonly message: string;
}

/** Library → Orders, sorted by path: guide × language × place × clinic × edition × paper. */
export function planOrders(library: Library, wish: Wish): { orders: readonly Order[]; unmet: readonly Unmet[] } {
  const orders: Order[] = [];
  const unmet: Unmet[] = [];
  for (const guide of library.guides) {
    for (const translation of guide.translations.values()) {
      const language = library.languages.get(translation.language);
      if (guide.machineTranslated.has(translation.language) && wish.unreviewed !== true) continue;
      if (!language || (wish.languages.length > 0 && !wish.languages.includes(language.tag))) continue;
      for (const edition of Object.values(editions) satisfies Edition[]) {
        if (wish.editions.length > 0 && !wish.editions.includes(edition.id)) continue;
        const lack = lackOf(edition, translation);
        if (lack === null) {
          for (const clinic of clinicsOf(guide, language.tag, edition.id, library, wish))
            orders.push(...ordersOf({ guide, translation, language, edition, clinic, library }, wish));
        } else if (wish.editions.length > 0)
          unmet.push({ guide, language: language.tag, edition: edition.id, message: lack });
      }
    }
  }
  return { orders: orders.sort((a, b) => (a.path < b.path ? -1 : 1)), unmet };
}

/** What a guide lacks for an edition, or null. */
function lackOf(edition: Edition, translation: Translation): string | null {
  if (edition.needs === 'actions') {
    return hasActions(translation)
      ? null
      : 'expected at least one `:::action{#id}`: write one, or leave this edition out';
  }
  return translation.sections.some((section) => edition.medium !== null && section.in.includes(edition.medium))
    ? null
    : `expected a section with \`in: [${edition.medium}]\` in its front matter: add it, or leave this edition out`;
}

/** In whose names a guide is made: the publisher's, and each clinic's that hands out this language and edition. */
function clinicsOf(
  guide: Guide,
  tag: string,
  edition: EditionId,
  library: Library,
  wish: Wish,
): readonly (Clinic | null)[] {
  const named = wish.clinics ?? [];
  const clinics = [...library.clinics.values()].filter(
    (clinic) =>
      // A folder of somebody's Markdown belongs to no clinic of the library, unless asked for.
      (named.length > 0 ? named.includes(clinic.id) : !guide.plain) &&
      (clinic.editions === null || wish.editions.length > 0 || clinic.editions.includes(edition)) &&
      (wish.languages.length > 0 || speaks(clinic, tag, library)),
  );
  return named.length === 0 || named.includes('none') ? [null, ...clinics] : clinics;
}

/** The languages that a clinic names, else those of its own place (the library's, where its place has none) and those of no place. */
function speaks({ languages, place }: Clinic, tag: string, library: Library): boolean {
  if (languages !== null) return languages.includes(tag);
  const region = regionOf(tag);
  const own = place ?? library.place;
  const hasOwn = [...library.languages.keys()].some((one) => regionOf(one) === own);
  return region === null || (hasOwn ? region === own : tag === library.language);
}

interface Subject {
  readonly guide: Guide;
  readonly translation: Translation;
  readonly language: Language;
  readonly edition: Edition;
  readonly clinic: Clinic | null;
  readonly library: Library;
}

function ordersOf(subject: Subject, wish: Wish): Order[] {
  const { guide, translation, language, edition, clinic, library } = subject;
  const own = wish.papers.length > 0 ? wish.papers : (clinic?.papers ?? (['a4', 'letter'] as const));
  const papers: readonly (Paper | null)[] = edition.page === null ? [null] : own;
  const places = wish.places.length > 0 ? wish.places : [clinic?.place ?? placeOf(guide, language.tag, library)];
  return places.flatMap((code) => {
    const country = code === null ? null : (library.places.get(code) ?? null);
    return papers.map((paper) => ({
      guide,
      translation,
      language,
      country,
      clinic,
      edition: edition.id,
      format: edition.format,
      paper,
      path: pathOf(subject, country, paper),
      status: wish.incompleteClinics?.has(clinic?.id ?? '') ? 'incomplete' : statusOf(guide, translation, wish),
      review: null,
      needs: printedOrder(subject, code, wish),
    }));
  });
}

/** The order, on A4, whose pages an edition lists, whether it was asked for or not. */
function printedOrder(subject: Subject, place: string | null, wish: Wish): Order | null {
  const id = subject.edition.listsPagesOf;
  if (id === null) return null;
  const edition: Edition = editions[id];
  if (lackOf(edition, subject.translation) !== null) return null;
  const [order] = ordersOf({ ...subject, edition }, { ...wish, papers: ['a4'], places: place === null ? [] : [place] });
  return order ?? null;
}

/** The tag's own region where it is a known place, else the library's place, which a plain folder has none of. */
function placeOf(guide: Guide, tag: string, library: Library): string | null {
  const region = regionOf(tag);
  if (region !== null && library.places.has(region)) return region;
  return guide.plain ? null : library.place;
}

function regionOf(tag: string): string | null {
  return tag.split('-').find((part, index) => index > 0 && /^[A-Z]{2}$/.test(part)) ?? null;
}

/** `<guide>/<language>[-<PLACE>]/[<clinic>/]<guide>-<edition>[-<paper>].<extension>`: the place only where it is not the tag's region. */
function pathOf({ guide, language, edition, clinic }: Subject, country: Country | null, paper: Paper | null): string {
  const place = country && country.code !== regionOf(language.tag) ? `-${country.code}` : '';
  const file = `${[guide.id, edition.id, paper].filter(Boolean).join('-')}.${edition.format}`;
  return [guide.id, `${language.tag}${place}`, clinic?.id, file].filter(Boolean).join('/');
}

function statusOf(guide: Guide, { language }: Translation, wish: Wish): Status {
  if (wish.incomplete.has(guide)) return 'incomplete';
  if (!guide.review || guide.machineTranslated.has(language)) return 'draft';
  return guide.review.next < wish.today ? 'expired' : 'reviewed';
}
