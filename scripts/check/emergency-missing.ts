import { blocks } from './blocks.ts';
import type { Check } from './check.ts';

/** A guide that tells people to do something before it has told them when to call for help. */
export const emergencyMissing: Check = {
  id: 'emergency-missing',
  run(context, report) {
    const [first] = blocks(context, 'emergency', 'action');
    if (first?.node.name !== 'action') return;
    const later = blocks(context, 'emergency').length > 0;
    const unexpected = later ? 'action before the emergency card' : 'action in a guide without an emergency card';
    report(
      'emergency-missing',
      first,
      `Unexpected ${unexpected}, expected \`:::emergency\` first: ${later ? 'move the card up' : 'write the card before it'}`,
    );
  },
};
