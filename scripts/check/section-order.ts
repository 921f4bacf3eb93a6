import path from 'node:path';
import type { Check } from './check.ts';

/** A section file without a number, or with one that another has: the number is its place in the guide. */
export const sectionOrder: Check = {
  id: 'section-order',
  run({ guide, translation }, report) {
    if (guide.plain) return;
    const owners = new Map<number, string>();
    for (const section of translation.sections) {
      const name = path.posix.basename(section.path);
      const number = /^(\d+)-./.exec(name)?.[1];
      const owner = owners.get(Number(number));
      const unexpected =
        number === undefined ? `file name \`${name}\`` : `number of \`${name}\` again, \`${owner}\` has it`;
      const message = `Unexpected ${unexpected}, expected a number of its own first: name it like \`07-massage.md\`, the number being its place`;
      if (number === undefined || owner !== undefined) report('section-order', section, message);
      else owners.set(Number(number), name);
    }
  },
};
