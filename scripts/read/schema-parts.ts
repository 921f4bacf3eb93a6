import * as v from 'valibot';

/*
 * What the schemas of YAML files are made of. The message of each part says what is expected and what to do, to end the
 * sentence "Unexpected X, expected …".
 */

export const text = v.pipe(
  v.string('text: write it as one value'),
  v.trim(),
  v.minLength(1, 'text: write some or remove it'),
);
export const slugText = v.pipe(
  text,
  v.regex(/^[a-z0-9-]+$/, 'lower-case letters a to z, digits and hyphens: rename it'),
);
export const webAddress = v.pipe(text, v.regex(/^https?:\/\/[^\s"<>]+$/i, 'an address: start it with `https://`'));
export const isoDate = v.pipe(text, v.check(isDate, 'a date like `2026-03-31`: write year, month and day'));
export const tag = v.pipe(text, v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag like `en-GB`: change it'));
export const country = v.pipe(text, v.regex(/^[A-Z]{2}$/, 'a country code like `GB`: write two capital letters'));

/** An object with these fields alone; each unknown one is an issue that lists them. */
export function fields<const T extends v.ObjectEntries>(entries: T) {
  const names = Object.entries(entries).flatMap(([name, schema]) => (isGone(schema) ? [] : [`\`${name}\``]));
  const rest = v.never(`one of ${names.join(', ')}: rename or remove it`);
  const message = `the fields ${names.join(', ')}: write \`name: value\` lines`;
  return v.pipe(mapping(message), v.objectWithRest(entries, rest, message));
}

/** A field that there was once: the message says what to do now, after “Unexpected field, expected …”. */
export function gone(message: string) {
  return v.optional(v.never(message));
}

function isGone(schema: v.ObjectEntries[string]): boolean {
  return 'wrapped' in schema && schema.wrapped.type === 'never';
}

/** Entries by name, all alike. */
export function entries<K extends v.GenericSchema<string, string>, T extends v.GenericSchema>(
  key: K,
  entry: T,
  message: string,
) {
  return v.pipe(mapping(message), v.record(key, entry, message));
}

/** To valibot a list is an object too. */
export function mapping(message: string) {
  return v.custom<Record<string, unknown>>((value) => value instanceof Object && !Array.isArray(value), message);
}

export function listOf<T extends v.GenericSchema>(item: T) {
  return v.array(item, 'a list: start each item with `- `');
}

const perLanguageMessage = 'text, or one a language tag: write it so';

/** One text for all languages, or one a language tag. */
export const perLanguage = v.union([text, entries(tag, text, perLanguageMessage)], perLanguageMessage);

/** A number to dial. */
export const dial = v.pipe(text, v.regex(/^\+?[0-9*#][0-9*#() -]*$/, 'a number to dial: write digits'));
export const paper = v.picklist(['a4', 'letter'], '`a4` or `letter`: choose one');

export const service = fields({ say: text, dial });

/** A day that the calendar has. */
export function isDate(value: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
