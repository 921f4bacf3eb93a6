import { readingOf } from '../reading.ts';
import type { Check } from './check.ts';

const mostGrade = 6.5;
const mostSmog = 8;
/** Formulas say nothing of a short text. */
const fewestWords = 100;
const fewestSentences = 30;

/** A section or a guide whose words and sentences are longer than the reading formulas allow: a sign, not a verdict. */
export const readingGrade: Check = {
  id: 'reading-grade',
  run({ guide, translation }, report) {
    const reading = readingOf(translation, translation.language);
    if (reading === null) return;
    for (const { section, grade, words } of reading.sections) {
      const message = `Unexpected Flesch-Kincaid grade ${grade.toFixed(1)} in a section, expected at most ${mostGrade}: shorten its long sentences and words`;
      if (words >= fewestWords && grade > mostGrade) report('reading-grade', { file: section.file }, message);
    }
    const { smog, sentences } = reading;
    const message = `Unexpected SMOG grade ${smog.toFixed(1)} in the guide, expected at most ${mostSmog}: replace words of 3 syllables and more`;
    if (sentences >= fewestSentences && smog > mostSmog) report('reading-grade', { file: guide.file }, message);
  },
};
