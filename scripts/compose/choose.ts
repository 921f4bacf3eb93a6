/** What choosing looks at in a piece of a section, be it of the author's tree or of what is printed. */
export type Look =
  | { readonly kind: 'heading'; readonly depth: number }
  | { readonly kind: 'action'; readonly id: string }
  /** A do or don’t box: it limits what the section's actions say. */
  | { readonly kind: 'advice' }
  | { readonly kind: 'other' };

/** A heading and what stands under it, up to the next heading. */
interface Part<T> {
  /** Null for what opens the section. */
  readonly heading: T | null;
  readonly depth: number;
  /** The part that this one is below. */
  readonly above: Part<T> | null;
  readonly pieces: T[];
}

/**
 * The pieces of a section that a copy with chosen actions prints, its title aside, in order. `whole`: all but the actions
 * that were not chosen. Else the section is there for its chosen actions alone: what opens the section, the
 * parts over and under each of them, and the do and don’t boxes of all parts. An action is taken or left as it is.
 */
export function choosePieces<T>(
  pieces: readonly T[],
  look: (piece: T) => Look,
  chosen: ReadonlySet<string>,
  whole: boolean,
): readonly T[] {
  const isChosen = (piece: T): boolean => {
    const seen = look(piece);
    return seen.kind === 'action' && chosen.has(seen.id);
  };
  const parts = partsOf(pieces, look);
  const wanted = parts.filter((part) => part.pieces.some(isChosen));
  const isWhole = (part: Part<T>): boolean =>
    whole ||
    wanted.some((one) => one === part || isAbove(part, one) || (one.heading !== null && isAbove(one, part))) ||
    part.heading === null;
  const taken = new Map(
    parts.map((part) => [
      part,
      part.pieces.filter((piece) => {
        const { kind } = look(piece);
        return kind === 'action' ? isChosen(piece) : isWhole(part) || kind === 'advice';
      }),
    ]),
  );
  // A heading with nothing left under it says nothing.
  const isHeaded = (part: Part<T>): boolean =>
    parts.some((one) => (one === part || isAbove(part, one)) && (taken.get(one)?.length ?? 0) > 0) ||
    (isWhole(part) && !parts.some((one) => (one === part || isAbove(part, one)) && one.pieces.length > 0));
  return parts.flatMap((part) => [
    ...(part.heading !== null && isHeaded(part) ? [part.heading] : []),
    ...(taken.get(part) ?? []),
  ]);
}

function partsOf<T>(pieces: readonly T[], look: (piece: T) => Look): readonly Part<T>[] {
  const parts: Part<T>[] = [{ heading: null, depth: 0, above: null, pieces: [] }];
  for (const piece of pieces) {
    const seen = look(piece);
    if (seen.kind === 'heading') {
      const above = parts.findLast((part) => part.depth < seen.depth && isOpen(part, parts)) ?? null;
      parts.push({ heading: piece, depth: seen.depth, above, pieces: [] });
    } else parts.at(-1)?.pieces.push(piece);
  }
  return parts;
}

/** True while no heading as high or higher came after it. */
function isOpen<T>(part: Part<T>, parts: readonly Part<T>[]): boolean {
  return parts.slice(parts.indexOf(part) + 1).every((later) => later.depth > part.depth);
}

function isAbove<T>(high: Part<T>, low: Part<T>): boolean {
  for (let part = low.above; part !== null; part = part.above) if (part === high) return true;
  return false;
}
