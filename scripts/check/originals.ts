import type { Section } from '../model.ts';
import type { Context } from './check.ts';

/** A section with the one that it translates. */
export interface Translated {
  readonly section: Section;
  readonly original: Section;
}

/** The guide's sections in its first language, the library's own where it has that. Others are translations of them. */
export function originals({ guide }: Context): readonly Section[] {
  const [first] = guide.translations.values();
  return first?.sections ?? [];
}

/** A text's own sections, each with its original; none for what it shares with its original. */
export function translated(context: Context): readonly Translated[] {
  const byId = new Map(originals(context).map((original) => [original.id, original]));
  return context.translation.sections.flatMap((section) => {
    const original = byId.get(section.id);
    return original === undefined || original.file === section.file ? [] : [{ section, original }];
  });
}
