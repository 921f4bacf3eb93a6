import { blocks } from './blocks.ts';
import type { Check } from './check.ts';

/** A guide that says when to call at once, and not whom to ask today or soon: what is left out reads as harmless. */
export const cardBandMissing: Check = {
  id: 'card-band-missing',
  run(context, report) {
    const cards = blocks(context, 'emergency', 'urgent', 'routine');
    const [first] = cards;
    if (first === undefined) return;
    for (const band of ['urgent', 'routine']) {
      if (cards.some(({ node }) => node.name === band)) continue;
      const message = `Unexpected cards without \`:::${band}\`, expected one for each band: write it, or be sure that nothing belongs there`;
      report('card-band-missing', first, message);
    }
  },
};
