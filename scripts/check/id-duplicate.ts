import type { Check } from './check.ts';
import { givenIds } from './ids.ts';
import { quote } from './quote.ts';

/** An id given twice in a guide, or one that a section has: a link to it would be a guess (HTML §3.2.6, ISO 32000-1 §12.3.2). */
export const idDuplicate: Check = {
  id: 'id-duplicate',
  run(context, report) {
    const owners = new Map(context.translation.sections.map(({ id, path }) => [id, `section \`${path}\``]));
    for (const { id, where } of givenIds(context)) {
      const owner = owners.get(id);
      const message = `Unexpected id ${quote(id)} again, expected one of its own: give it another, ${owner} has this one`;
      if (owner !== undefined) report('id-duplicate', where, message);
      else owners.set(id, `line ${where.position?.start.line ?? 1} of \`${where.file}\``);
    }
  },
};
