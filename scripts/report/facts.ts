import type { Entry } from '../write/manifest.ts';
import { measurePairs, type Scheme } from '../brand/contrast.ts';
import { ownColours } from '../brand/own-colours.ts';
import type { Finding, RuleId } from '../findings.ts';
import type { Library, Order, Publication, Review, Translation } from '../model.ts';
import { checkMade, type CheckMade, type Proof } from '../press/proof.ts';
import { contentHash } from '../review/content-hash.ts';
import { generator } from '../version.ts';
import type { Edition } from '../../templates/edition.ts';
import { editions } from '../../templates/editions.ts';
import { fontsIn, type FontInside } from './fonts-inside.ts';

/** What is known of a product beside its entry in the manifest: what was measured and checked when it was made. */
export interface Facts extends Omit<Proof, 'fonts'> {
  /** SHA-256 of the product that this is known of; of other bytes it says nothing. */
  readonly sha256: string;
  /** Name and version of the program that made it. */
  readonly generator: string;
  readonly review: Pick<Review, 'by' | 'date' | 'next'> | null;
  /** What a reviewer signs, or would sign. */
  readonly contentHash: string;
  /** Lowest contrast of text in its style sheets; null where readers choose the colours. `dark` is null where it has one scheme. */
  readonly contrast: { readonly light: number; readonly dark: number | null } | null;
  readonly fonts: readonly FontInside[];
}

/** Facts of a product that was made now. `findings` are those of composing. */
export function factsOf(
  order: Order,
  library: Library,
  made: {
    readonly entry: Entry;
    readonly publication: Publication;
    readonly proof: Proof;
    readonly findings: readonly Finding[];
  },
): Facts {
  const { entry, publication, proof, findings } = made;
  return {
    ...proof,
    sha256: entry.sha256,
    generator,
    ...sourcesOf(order, library),
    contrast: contrastOf(order),
    fonts: fontsIn(publication.fonts, proof.fonts),
    checks: [...composeChecks(order, publication, findings), ...proof.checks],
  };
}

/** Facts of a booklet's sheets: they show what the reading copy shows, and claim nothing. */
export function factsOfSheets(order: Order, library: Library, entry: Entry, readingCopy: Facts | null): Facts {
  return {
    sha256: entry.sha256,
    generator,
    ...sourcesOf(order, library),
    smallest: readingCopy?.smallest ?? null,
    claim: null,
    browser: readingCopy?.browser ?? null,
    contrast: contrastOf(order),
    fonts: readingCopy?.fonts ?? [],
    checks: [],
  };
}

/** What may change while a product stays as it is: text of the guide that is not in it, the end of a review. */
export function sourcesOf(order: Order, library: Library): Pick<Facts, 'contentHash' | 'review'> {
  const { review } = order;
  return {
    contentHash: hashOf(order, library),
    review: review && { by: review.by, date: review.date, next: review.next },
  };
}

/** By translation and place: all editions share it. */
const hashes = new WeakMap<Translation, Map<string | null, string>>();

function hashOf({ guide, translation, country }: Order, library: Library): string {
  const known = hashes.get(translation) ?? new Map<string | null, string>();
  hashes.set(translation, known);
  const place = country?.code ?? null;
  const hash = known.get(place) ?? contentHash({ guide, translation, country }, library);
  known.set(place, hash);
  return hash;
}

/** Of the pairs of text and ground that an edition's style sheets make (WCAG 2.2, 1.4.3). */
function contrastOf({ edition, format, clinic }: Order): Facts['contrast'] {
  if (format === 'epub') return null;
  const { styles }: Edition = editions[edition];
  const lowest = (scheme: Scheme): number => {
    const pairs = measurePairs(clinic?.colours ?? ownColours, scheme);
    const own = pairs.filter(({ rules }) => rules.some((rule) => styles.includes(rule.split(' ')[0] ?? '')));
    // Rounded down: 6.999 is not 7.
    return Math.floor(Math.min(...own.map(({ ratio }) => ratio)) * 10) / 10;
  };
  return { light: lowest('light'), dark: format === 'html' ? lowest('dark') : null };
}

function composeChecks(order: Order, publication: Publication, findings: readonly Finding[]): readonly CheckMade[] {
  const errors = (rule: RuleId): number => findings.filter((one) => one.rule === rule).length;
  const { needs }: Edition = editions[order.edition];
  const pictures = [...publication.assets.values()].filter(({ original }) => original !== undefined).length;
  const audit = checkMade('source-audit', { errors: errors('text-lost') });
  return [
    // What takes actions alone is not the author's text.
    ...(needs === 'sections' ? [audit] : []),
    checkMade('characters', { errors: errors('character-missing') }),
    ...(pictures > 0 ? [checkMade('pictures', { of: pictures })] : []),
  ];
}
