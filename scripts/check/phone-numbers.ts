import type { Country } from '../model.ts';

/** The numbers of a place, as they are said and as they are dialled, by service. */
export function numbersOf(country: Country): ReadonlyMap<string, string> {
  const named = [
    { name: 'emergency', service: country.emergency },
    { name: 'urgent', service: country.urgent },
    { name: 'poisons', service: country.poisons },
  ];
  const pairs = named.flatMap(({ name, service }): readonly (readonly [number: string, service: string])[] =>
    service === null ? [] : [service.say, service.dial].map((number) => [number, name]),
  );
  // Where two services share a number, the first is named.
  return new Map(pairs.filter(([number]) => /\p{Nd}/u.test(number)).toReversed());
}

/** Finds numbers as they stand alone in a text: not `1,999`, `99.9` or `999 mg`. Null where there are none. */
export function phonePattern(numbers: Iterable<string>): RegExp | null {
  const words = Array.from(numbers, (number) => number.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return null;
  const longestFirst = words.toSorted((a, b) => b.length - a.length).join('|');
  const unit = '(?:%|‰|°|per|in|of|out|[kmµμ]?[glm]|ml|mcg|kcal|people|patients|women|men|adults|children)';
  return new RegExp(
    `(?<![\\p{L}\\p{N}/#@_-]|\\p{Nd}[.,\u00A0 ])(?:${longestFirst})(?![\\p{L}\\p{N}/@_-]|[.,]\\p{Nd}|[\u00A0 ]?${unit}(?!\\p{L}))`,
    'gu',
  );
}
