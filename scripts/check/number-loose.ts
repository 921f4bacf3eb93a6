import type { Parents } from 'mdast';
import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import type { Found } from './nodes.ts';
import { findNumbers, isPartOfName } from './numbers.ts';
import { placesWithin } from './places.ts';

/** A bare number where a dose or a sign stands: only the numbers of facts are checked in every language. */
export const numberLoose: Check = {
  id: 'number-loose',
  run(context, report) {
    const decimal = context.library.languages.get(context.translation.language)?.decimal ?? '.';
    for (const found of nodes(context, 'text').filter(isStrict)) {
      const numbers = findNumbers(found.node.value, decimal);
      const places = placesWithin(
        found,
        numbers.map(({ written }) => written),
      );
      for (const [order, { written, index }] of numbers.entries()) {
        const message = `Unexpected number \`${written}\` outside a fact, expected \`[${written}](fact:id)\`: keep it in facts.yml`;
        if (!isPartOfName(found.node.value, index)) report('number-loose', places[order] ?? found, message);
      }
    }
    for (const { node, file } of nodes(context, 'figure').filter(isStrict)) {
      const [first] = findNumbers(node.image.alt ?? '', decimal);
      const message = `Unexpected number \`${first?.written}\` in the words of a picture, expected none: say it in the caption`;
      if (first) report('number-loose', { file, position: node.image.position }, message);
    }
  },
};

const strict = ['action', 'emergency', 'urgent', 'routine'];

function isStrict({ ancestors }: Found): boolean {
  return ancestors.some(isStrictBlock) && !ancestors.some(({ type }) => type === 'fact');
}

function isStrictBlock(node: Parents): boolean {
  return node.type === 'containerDirective' && strict.includes(node.name);
}
