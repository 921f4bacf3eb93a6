import type {
  Clinic,
  Country,
  EditionId,
  Guide,
  Language,
  Library,
  Order,
  Paper,
  Review,
  Status,
  Translation,
  Variant,
} from '../model.ts';
import type { Edition } from '../../templates/edition.ts';
import { editions } from '../../templates/editions.ts';
import { reviewOf, signaturesOf } from '../review/standing.ts';
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
  /** Whether machine translations that nobody has signed are made, as drafts; they are not unless asked for. */
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
      if (isHeldBack(guide, translation, wish) && !isSigned(guide, translation, library)) continue;
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

/** What a machine translated is made where a person has signed it, or as a draft that was asked for. */
function isHeldBack({ machineTranslated }: Guide, { language }: Translation, wish: Wish): boolean {
  return machineTranslated.has(language) && wish.unreviewed !== true;
}

/** By anybody, for any place. */
function isSigned(guide: Guide, translation: Translation, library: Library): boolean {
  return signaturesOf(library, guide, translation).some(({ isCurrent }) => isCurrent);
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
  const places = wish.places.length > 0 ? wish.places : [placeOf(guide, language.tag, clinic, library)];
  return places.flatMap((code) => {
    const country = code === null ? null : (library.places.get(code) ?? null);
    const signed = reviewOf(library, { guide, translation, country, clinic });
    if (signed === null && isHeldBack(guide, translation, wish)) return [];
    const { status, review } = standingOf(subject, signed, wish);
    return papers.flatMap((paper) => {
      const order = (variant: Variant | null, needs: Order | null): Order => ({
        guide,
        translation,
        language,
        country,
        clinic,
        edition: edition.id,
        format: edition.format,
        paper,
        variant,
        path: pathOf(subject, country, paper, variant),
        status,
        review,
        needs,
        own: null,
      });
      return edition.variants.map((variant) =>
        variant === 'sheets'
          ? order(variant, order('reading', null))
          : order(variant, printedOrder(subject, code, paper, wish)),
      );
    });
  });
}

/** The order whose pages an edition names, on the same paper or else on A4, whether it was asked for or not. */
function printedOrder(subject: Subject, place: string | null, paper: Paper | null, wish: Wish): Order | null {
  const id = subject.edition.listsPagesOf;
  if (id === null) return null;
  const edition: Edition = editions[id];
  if (lackOf(edition, subject.translation) !== null) return null;
  const [order] = ordersOf(
    { ...subject, edition },
    { ...wish, papers: [paper ?? 'a4'], places: place === null ? [] : [place] },
  );
  return order ?? null;
}

/**
 * The place whose numbers a copy prints, unless another is asked for: the clinic's, else the tag's own region where it
 * is a known place, else the library's, which a plain folder has none of.
 */
export function placeOf(guide: Guide, tag: string, clinic: Clinic | null, library: Library): string | null {
  if (clinic !== null && clinic.place !== null) return clinic.place;
  const region = regionOf(tag);
  if (region !== null && library.places.has(region)) return region;
  return guide.plain ? null : library.place;
}

function regionOf(tag: string): string | null {
  return tag.split('-').find((part, index) => index > 0 && /^[A-Z]{2}$/.test(part)) ?? null;
}

/** `<guide>/<language>[-<PLACE>]/[<clinic>/]<guide>-<edition>[-<paper>][-<variant>].<extension>`: the place only where it is not the tag's region. */
function pathOf(
  { guide, language, edition, clinic }: Subject,
  country: Country | null,
  paper: Paper | null,
  variant: Variant | null,
): string {
  const place = country && country.code !== regionOf(language.tag) ? `-${country.code}` : '';
  const file = `${[guide.id, edition.id, paper, variant].filter(Boolean).join('-')}.${edition.format}`;
  return [guide.id, `${language.tag}${place}`, clinic?.id, file].filter(Boolean).join('/');
}

/** A product that was made despite errors is not what anybody signed. */
function standingOf(
  { guide, clinic }: Subject,
  signed: Review | null,
  wish: Wish,
): { status: Status; review: Review | null } {
  if (wish.incomplete.has(guide) || wish.incompleteClinics?.has(clinic?.id ?? ''))
    return { status: 'incomplete', review: null };
  if (signed === null) return { status: 'draft', review: null };
  return { status: signed.next < wish.today ? 'expired' : 'reviewed', review: signed };
}
