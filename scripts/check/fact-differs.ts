import { toString } from 'mdast-util-to-string';
import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import { findNumbers } from './numbers.ts';
import { quote } from './quote.ts';

/** A fact's numbers typed wrongly, left out or swapped. facts.yml is written with the decimal mark of the library's own language. */
export const factDiffers: Check = {
  id: 'fact-differs',
  run(context, report) {
    const { library, translation } = context;
    for (const found of nodes(context, 'fact')) {
      const fact = library.facts.get(found.node.id);
      if (fact === undefined) continue;
      const text = toString(found.node);
      const written = numbersOf(text, library.languages.get(translation.language)?.decimal);
      const kept = numbersOf(fact.text, library.languages.get(library.language)?.decimal);
      if (written.join(' ') === kept.join(' ')) continue;
      const expected = `${shown(kept)} as in fact \`${fact.id}\` (${quote(fact.text)})`;
      report(
        'fact-differs',
        found,
        `Unexpected ${shown(written)} in ${quote(text)}, expected ${expected}: correct the text or the fact`,
      );
    }
  },
};

function numbersOf(text: string, decimal = '.'): readonly string[] {
  return findNumbers(text, decimal).map(({ value }) => value);
}

function shown(numbers: readonly string[]): string {
  return numbers.length === 0 ? 'no number' : quote(numbers.join(', '));
}
