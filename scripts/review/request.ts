import { parseArgs } from 'node:util';
import { UsageError } from '../exit.ts';
import type { Clinic, Library } from '../model.ts';
import { readOptions, type Options } from '../options.ts';
import { placeOf } from '../plan/orders.ts';
import { isDate } from '../read/schema-parts.ts';
import type { Content } from './content-hash.ts';
import { latestNext, mostYears } from './dates.ts';

/** What `guidepress review` was asked to do. */
export interface Request {
  /** To load the guide with. */
  readonly options: Options;
  /** Name, role, registration. */
  readonly by: string;
  /** ISO date of the next review. */
  readonly next: string;
  /** Id of the clinic whose clinician signs; null for the publisher's. */
  readonly clinic: string | null;
  readonly language: string | null;
  readonly place: string | null;
}

const flags = {
  by: { type: 'string' },
  next: { type: 'string' },
  clinic: { type: 'string' },
  language: { type: 'string' },
  place: { type: 'string' },
  content: { type: 'string' },
  today: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** Reads the words after the verb. Throws UsageError that says what may be typed. */
export function readRequest(words: readonly string[]): Request {
  const { values, positionals } = parseArgs({ args: [...words], options: flags, allowPositionals: true });
  const [guide, another] = positionals;
  const { by, next, clinic = null, language = null, place = null } = values;
  const example = 'as in `guidepress review upper-back-pain --by "Name, role, registration" --next 2028-03-31`';
  if (guide === undefined || another !== undefined)
    throw new UsageError(`Unexpected ${positionals.length} guides, expected one: sign each by itself, ${example}`);
  if (by === undefined || next === undefined)
    throw new UsageError(`Unexpected lack of \`--${by === undefined ? 'by' : 'next'}\`, expected it: ${example}`);
  const passed = (['content', 'language', 'place', 'clinic', 'today'] as const).flatMap((name) =>
    values[name] === undefined ? [] : [`--${name}`, values[name]],
  );
  const options = readOptions('check', [guide, ...passed, ...(values.json ? ['--json'] : [])]);
  return { options, by: personOf(by), next: nextOf(next, options.today), clinic, language, place };
}

/** At least a name and a role: patients, and those who answer for the guide, must know who it was. */
function personOf(by: string): string {
  const person = by.normalize('NFC').trim().replace(/ +/g, ' ');
  const parts = person.split(/\s*[,،，、]\s*/u);
  const isNamed = parts.length >= 2 && parts.slice(0, 2).every((part) => /\p{L}{2}/u.test(part));
  if (isNamed && person.length <= 120 && !/[\p{Cc}\u2028-\u202E\u2066-\u2069]/u.test(person)) return person;
  throw new UsageError(
    `Unexpected \`--by ${by}\`, expected a name, a role and a registration, parted by commas, on one line of at most 120 characters: write \`--by "Name, role, registration"\``,
  );
}

function nextOf(next: string, today: string): string {
  const latest = latestNext(today);
  if (isDate(next) && next > today && next <= latest) return next;
  throw new UsageError(
    `Unexpected \`--next ${next}\`, expected a date after ${today}, and ${latest} or before: the next review is due within ${mostYears} years`,
  );
}

/** The guide's text, place and clinic that a request names. Throws UsageError where there are none. */
export function contentOf(request: Request, library: Library): Content & { readonly clinic: Clinic | null } {
  const [word = ''] = request.options.guides;
  const [guide] = library.guides;
  if (guide === undefined) throw new UsageError(`Unexpected guide \`${word}\`, expected one that can be read`);
  if (guide.plain)
    throw new UsageError(
      `Unexpected folder or file \`${word}\`, expected the id of a guide in ${request.options.content}/guides`,
    );
  const translation = guide.translations.get(request.language ?? library.language);
  if (translation === undefined) {
    const tags = [...guide.translations.keys()].map((tag) => `\`${tag}\``).join(', ');
    const asked = request.language ?? library.language;
    throw new UsageError(
      `Unexpected language \`${asked}\` for ${guide.id}, expected one of its own: --language ${tags}`,
    );
  }
  const clinic = request.clinic === null ? null : (library.clinics.get(request.clinic) ?? null);
  if (request.clinic === 'none')
    throw new UsageError('Unexpected `--clinic none`, expected no `--clinic`: the publisher’s own review');
  const code = request.place ?? placeOf(guide, translation.language, clinic, library);
  const country = code === null ? null : (library.places.get(code) ?? null);
  return { guide, translation, country, clinic };
}
