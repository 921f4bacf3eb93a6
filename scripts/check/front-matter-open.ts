import type { Check } from './check.ts';
import { placeInLine } from './places.ts';

/** A `---` at the head of a file with fields below it and no second `---`: the fields count for nothing and print as text. */
export const frontMatterOpen: Check = {
  id: 'front-matter-open',
  run({ translation }, report) {
    for (const section of translation.sections) {
      const [first] = section.tree.children;
      const isOpen = first?.type === 'thematicBreak' && /^---[ \t]*\n[a-z][a-z-]*:(?:[ \t]|\n|$)/.test(section.source);
      const message = 'Unexpected `---` that nothing closes, expected front matter: write `---` below its last field';
      if (isOpen) report('front-matter-open', placeInLine(section, 1, 1), message);
    }
  },
};
