import type { Section } from '../model.ts';
import type { Check } from './check.ts';
import { nodesIn } from './nodes.ts';
import { translated } from './originals.ts';
import { placeOfSection } from './place-of-section.ts';
import { quote } from './quote.ts';

/** A translation with other facts than its original: a dose was lost, or one was put in. */
export const translationFacts: Check = {
  id: 'translation-facts',
  run(context, report) {
    for (const { section, original } of translated(context)) {
      const [own, wanted] = [countsIn(section), countsIn(original)];
      for (const id of new Set([...wanted.keys(), ...own.keys()])) {
        const [has, expected] = [own.get(id) ?? 0, wanted.get(id) ?? 0];
        const message = `Unexpected ${has} links to fact ${quote(id)}, expected ${expected} as in ${quote(original.file)}: say the same numbers in both`;
        if (has !== expected) report('translation-facts', placeOfSection(section), message);
      }
    }
  },
};

function countsIn(section: Section): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { node } of nodesIn(section, 'fact')) counts.set(node.id, (counts.get(node.id) ?? 0) + 1);
  return counts;
}
