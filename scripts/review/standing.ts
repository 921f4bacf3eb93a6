import type { Clinic, Country, Guide, Library, Review, Translation } from '../model.ts';
import { contentHash } from './content-hash.ts';

/** A signature under a guide's text in one language, and whether the text is still what was signed. */
export interface Signature {
  readonly review: Review;
  /** Whose clinician signed; null for the publisher's. */
  readonly clinic: Clinic | null;
  /** False once anything of it has changed: the review is void. */
  readonly isCurrent: boolean;
}

/** All signatures under a guide's text in one language, for any place: the publisher's, then each clinic's. */
export function signaturesOf(library: Library, guide: Guide, translation: Translation): readonly Signature[] {
  return [null, ...library.clinics.values()].flatMap((clinic) => signaturesBy(clinic, library, guide, translation));
}

/**
 * The review that a copy rests on: the clinic's own of this guide, language and place, else the publisher's, which
 * names its reviewer in a clinic's copy too; of several the newest. Null where none is of the text as it is now.
 */
export function reviewOf(
  library: Library,
  copy: {
    readonly guide: Guide;
    readonly translation: Translation;
    readonly country: Country | null;
    readonly clinic: Clinic | null;
  },
): Review | null {
  const { guide, translation, country, clinic } = copy;
  for (const signer of clinic === null ? [null] : [clinic, null]) {
    const [newest] = signaturesBy(signer, library, guide, translation)
      .filter(({ review, isCurrent }) => isCurrent && review.place === (country?.code ?? null))
      .map(({ review }) => review)
      .sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0));
    if (newest !== undefined) return newest;
  }
  return null;
}

/** A plain folder is nobody's to sign: it may bear the name of any guide. */
function signaturesBy(
  clinic: Clinic | null,
  library: Library,
  guide: Guide,
  translation: Translation,
): readonly Signature[] {
  const reviews = guide.plain ? [] : (clinic ?? library).reviews;
  return reviews
    .filter((review) => review.guide === guide.id && review.language === translation.language)
    .map((review) => ({
      review,
      clinic,
      isCurrent: review.hash === hashFor(review.place, library, guide, translation),
    }));
}

/** By library, then by translation, then by place: plans and checks ask for the same. */
const known = new WeakMap<Library, WeakMap<Translation, Map<string | null, string | null>>>();

/** Null for a place that the library does not know. */
function hashFor(place: string | null, library: Library, guide: Guide, translation: Translation): string | null {
  const ofLibrary = known.get(library) ?? new WeakMap<Translation, Map<string | null, string | null>>();
  known.set(library, ofLibrary);
  const hashes = ofLibrary.get(translation) ?? new Map<string | null, string | null>();
  ofLibrary.set(translation, hashes);
  const country = place === null ? null : library.places.get(place);
  const hash =
    hashes.get(place) ?? (country === undefined ? null : contentHash({ guide, translation, country }, library));
  hashes.set(place, hash);
  return hash;
}
