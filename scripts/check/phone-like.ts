import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import { placesWithin } from './places.ts';
import { quote } from './quote.ts';

/** Digits that look like a phone number: numbers change, and differ by place. */
export const phoneLike: Check = {
  id: 'phone-like',
  run(context, report) {
    // A plain folder has no place, so its numbers must stand in it.
    if (context.guide.plain) return;
    for (const found of nodes(context, 'text')) {
      const typed = Array.from(found.node.value.matchAll(groups), ([number]) => number.trim()).filter(isPhone);
      const places = placesWithin(found, typed);
      for (const [index, number] of typed.entries()) {
        const message = `Unexpected digits ${quote(number)}, expected no phone number in the text: write \`<phone:urgent>\` or where to find the number`;
        report('phone-like', places[index] ?? found, message);
      }
    }
  },
};

/** Groups of digits with the separators of phone numbers between them, not inside a word, an address or a larger number. */
const groups = /(?<![\p{L}\p{N}/#@.,:=-])(?:\+|\()?\d(?:[-()\u00A0 .]{0,2}\d){6,14}(?![\p{L}\p{N}/@-])/gu;

function isPhone(text: string): boolean {
  const separators = text.match(/[^+\d]+/g) ?? [];
  const isGrouped = /\d{3}/.test(text) && separators.length > 1;
  const starts = /^[+(0]/.test(text) && /\d{3}|(?:\d{2}\D+){3}\d{2}/.test(text);
  return (isGrouped || starts) && !others.some((other) => other.test(text));
}

/** What such groups also are: dates, years, thousands, decimals, ISBNs. */
const others: readonly RegExp[] = [
  /^\d{1,4}\D\d{1,2}\D\d{1,4}$/,
  /^\d{4}-\d{4}$/,
  /^\d{1,3}(?:[ \u00A0.]\d{3})+$/,
  /^\d+\.\d+$/,
  /^97[89][- ]/,
];
