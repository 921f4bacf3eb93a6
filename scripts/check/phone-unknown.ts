import type { Country } from '../model.ts';
import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import { quote } from './quote.ts';

/** A phone service that does not exist, or that this place has no number for. */
export const phoneUnknown: Check = {
  id: 'phone-unknown',
  run(context, report) {
    for (const found of nodes(context, 'phone')) {
      const expected = expectedFor(found.node.service, context.country);
      const message = `Unexpected phone ${quote(found.node.service)}, expected ${expected}`;
      if (expected !== null) report('phone-unknown', found, message);
    }
  },
};

function expectedFor(name: string, country: Country | null): string | null {
  const service = services.find((known) => known === name);
  if (service === undefined) return `one of ${services.map((known) => `\`${known}\``).join(', ')}: rename it`;
  if (country === null || country[service] !== null) return null;
  return `a number of ${country.name}: add \`${service}\` to places/${country.code}.yml, or write whom to ask there`;
}

const services = ['emergency', 'urgent', 'poisons'] as const;
