import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import { numbersOf, phonePattern } from './phone-numbers.ts';
import { placesWithin } from './places.ts';

/** A number of the place, typed: printed for another place it would call nobody. */
export const phoneTyped: Check = {
  id: 'phone-typed',
  run(context, report) {
    // A plain folder has no place, so its numbers must stand in it.
    if (context.country === null || context.guide.plain) return;
    const numbers = numbersOf(context.country);
    const pattern = phonePattern(numbers.keys());
    if (pattern === null) return;
    for (const found of nodes(context, 'text')) {
      const typed = Array.from(found.node.value.matchAll(pattern), ([number]) => number);
      const places = placesWithin(found, typed);
      for (const [index, number] of typed.entries()) {
        const message = `Unexpected phone number \`${number}\` in the text, expected \`<phone:${numbers.get(number)}>\`: write that, each place has its own`;
        report('phone-typed', places[index] ?? found, message);
      }
    }
  },
};
