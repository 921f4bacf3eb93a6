import path from 'node:path';
import type { Check } from './check.ts';
import { quote } from './quote.ts';

/** A picture in `figures/` that no section shows: it was forgotten, or so was its place in the text. */
export const figureUnused: Check = {
  id: 'figure-unused',
  run({ guide }, report) {
    const assets = [...guide.translations.values()].flatMap((translation) => [...translation.assets.values()]);
    const used = new Set(assets.map(({ name }) => name));
    for (const file of guide.figures) {
      const name = path.posix.basename(file);
      const message = `Unexpected picture ${quote(name)} that no section shows, expected it in the text: show it or remove the file`;
      if (!used.has(name)) report('figure-unused', { file }, message);
    }
  },
};
