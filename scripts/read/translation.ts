import type { Asset, GlossaryEntry, Translation } from '../model.ts';
import type { ReadSection } from './section.ts';

/** Puts a translation together; of the pictures, those that its sections name. */
export function translationOf(parts: {
  readonly language: string;
  readonly title: string;
  readonly promise: string | null;
  readonly sections: readonly ReadSection[];
  readonly glossary: readonly GlossaryEntry[];
  readonly assets: ReadonlyMap<string, Asset>;
}): Translation {
  const { language, title, promise, sections, glossary } = parts;
  const used = new Set(sections.flatMap(({ assets }) => [...assets]));
  const assets = new Map([...parts.assets].filter(([id]) => used.has(id)));
  return { language, title, promise, sections: sections.map(({ section }) => section), glossary, assets };
}
