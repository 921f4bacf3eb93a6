import type { EditionId, Library, Order, Paper } from '../model.ts';
import type { Options } from '../options.ts';
import { planOrders } from '../plan/orders.ts';

/** One product that can be looked at. */
export interface Offer {
  /** Where a build puts it, under `output/`: the product's name in the preview, too. */
  readonly path: string;
  readonly guide: { readonly id: string; readonly title: string };
  readonly language: { readonly tag: string; readonly name: string };
  readonly edition: EditionId;
  readonly paper: Paper | null;
}

type Wish = Pick<Options, 'places' | 'clinics' | 'today'>;

/** Everything that a build would make of a library, errors aside, guide by guide. */
export function offersOf(library: Library, wish: Wish): readonly Offer[] {
  return library.guides.flatMap((guide) =>
    ordersOf({ ...library, guides: [guide] }, wish).map(({ path, translation, language, edition, paper }) => ({
      path,
      guide: { id: guide.id, title: translation.title },
      language: { tag: language.tag, name: language.name },
      edition,
      paper,
    })),
  );
}

/** The orders of a library in all languages, editions and papers, but for sheets. */
export function ordersOf(library: Library, { places, clinics, today }: Wish): readonly Order[] {
  // One name at a time: the publisher's own, unless a clinic is asked for.
  const all = { languages: [], editions: [], papers: [], clinics: clinics.length > 0 ? clinics : ['none'] };
  const { orders } = planOrders(library, { ...all, places, today, unreviewed: true, incomplete: new Set() });
  // Sheets are the reading copy's pages in another order: nothing new to look at.
  return orders.filter(({ variant }) => variant !== 'sheets');
}

/** What to show first: the first offer that the command line's wishes leave, else a handout, else anything; null without any. */
export function firstOffer(offers: readonly Offer[], options: Options, language: string): Offer | null {
  const wished = offers.filter(
    (offer) =>
      isWished(options.languages, offer.language.tag) &&
      isWished(options.editions, offer.edition) &&
      (offer.paper === null || isWished(options.papers, offer.paper)),
  );
  const guide = wished[0]?.guide.id;
  const own = wished.filter((offer) => offer.guide.id === guide);
  const inLanguage = own.filter((offer) => offer.language.tag === language);
  const among = inLanguage.length > 0 ? inLanguage : own;
  return among.find(({ edition }) => edition === 'handout') ?? among[0] ?? offers[0] ?? null;
}

function isWished<T>(wishes: readonly T[], value: T): boolean {
  return wishes.length === 0 || wishes.includes(value);
}
