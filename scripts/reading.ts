import type { Section, Translation } from './model.ts';
import { passagesOf, prose } from './prose/passages.ts';
import type { Passage } from './prose/passages.ts';
import { plainLanguageOf } from './prose/language-of.ts';
import type { PlainLanguage } from './prose/plain-language.ts';
import { stand, wordsIn } from './prose/sentences.ts';
import { replaceTerms } from './prose/terms.ts';

/** Figures of a text, by formula. They say nothing of whether people understand it. */
export interface Reading {
  /** Flesch-Kincaid grade. */
  readonly grade: number;
  /** SMOG grade; it was made for texts of 30 sentences and more. */
  readonly smog: number;
  readonly words: number;
  readonly sentences: number;
  /** Words of the longest sentence. */
  readonly longest: number;
}

/** Figures of a section. */
export interface SectionReading extends Reading {
  readonly section: Section;
}

/** Figures of a guide in one language, as a whole and by section. */
export interface GuideReading extends Reading {
  readonly sections: readonly SectionReading[];
}

/**
 * Measures paragraphs, captions and items of lists, each item at least a sentence; not headings, tables, lines to write
 * on, sources. Words of words.yml, names of oils and numbers count as words, but their syllables do not.
 * Null for a language whose syllables nobody has taught us.
 */
export function readingOf({ sections, glossary }: Translation, language: string): GuideReading | null {
  const plain = plainLanguageOf(language);
  if (plain === null) return null;
  const known = [...plain.names, ...glossary.flatMap(({ word, forms }) => [word, ...forms])];
  const counted = sections.map((section) => ({ section, count: countIn(section, known, plain) }));
  return {
    ...figuresOf(counted.map(({ count }) => count)),
    sections: counted.map(({ section, count }) => ({ section, ...figuresOf([count]) })),
  };
}

interface Count {
  readonly words: number;
  readonly sentences: number;
  readonly longest: number;
  /** Of the words that are neither known nor numbers. */
  readonly syllables: readonly number[];
}

function countIn(section: Section, known: readonly string[], plain: PlainLanguage): Count {
  const passages = passagesOf(section, ...prose).filter((passage) => !isForm(passage));
  const lengths = passages.flatMap(({ sentences }) => sentences.map(({ words }) => words.length));
  const spoken = passages.flatMap(({ text }) => wordsIn(replaceTerms(text, known, stand)));
  return {
    words: lengths.reduce((sum, length) => sum + length, 0),
    sentences: lengths.length,
    longest: lengths.reduce((most, length) => Math.max(most, length), 0),
    syllables: spoken.filter((word) => /\p{L}/u.test(word)).map(plain.syllables),
  };
}

/** Lines to write on, and the tracker. */
function isForm({ ancestors }: Passage): boolean {
  return ancestors.some((node) => node.type === 'containerDirective' && ['write', 'tracker'].includes(node.name));
}

function figuresOf(counts: readonly Count[]): Reading {
  const total = (of: (count: Count) => number): number => counts.reduce((sum, count) => sum + of(count), 0);
  const words = total((count) => count.words);
  const sentences = total((count) => count.sentences);
  const syllables = counts.flatMap((count) => count.syllables);
  const mean = syllables.reduce((sum, number) => sum + number, 0) / Math.max(1, syllables.length);
  const many = syllables.filter((number) => number >= 3).length;
  const perSentence = words / Math.max(1, sentences);
  return {
    // Kincaid and others 1975.
    grade: words === 0 ? 0 : 0.39 * perSentence + 11.8 * mean - 15.59,
    // McLaughlin 1969.
    smog: words === 0 ? 0 : 1.043 * Math.sqrt((many * 30) / Math.max(1, sentences)) + 3.1291,
    words,
    sentences,
    longest: counts.reduce((most, { longest }) => Math.max(most, longest), 0),
  };
}
