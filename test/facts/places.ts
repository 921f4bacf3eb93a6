import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** A number: what is printed, and what a touch dials. */
export interface PhoneNumber {
  readonly say: string;
  readonly dial: string;
}

/** A place as one language prints it. */
export interface Place {
  /** By service: `emergency`, `urgent`, `poisons`. */
  readonly numbers: Readonly<Record<string, PhoneNumber | undefined>>;
}

type PlaceFile = Record<string, PhoneNumber> & { names?: Record<string, Record<string, string>> };

/** `content/places/CC.yml`, in the words of a language. */
export function readPlace(content: string, code: string, tag: string): Place {
  const { names, ...file } = yaml(path.join(content, 'places', `${code}.yml`)) as PlaceFile;
  const numbers: Record<string, PhoneNumber> = {};
  for (const service of ['emergency', 'urgent', 'poisons']) {
    const number = file[service];
    if (number) numbers[service] = { ...number, say: names?.[tag]?.[service] ?? number.say };
  }
  return { numbers };
}

/** A language and what it takes from others. */
export interface Language {
  /** Its tag and its bases'. */
  readonly tags: readonly string[];
  readonly isRightToLeft: boolean;
  readonly words: Readonly<Record<string, string>>;
}

/** `content/languages/TAG.yml` with those that it bases on. */
export function readLanguage(content: string, tag: string): Language {
  const { base, direction, words } = yaml(path.join(content, 'languages', `${tag}.yml`)) as {
    base?: string;
    direction?: string;
    words?: Record<string, string>;
  };
  const below = base === undefined ? null : readLanguage(content, base);
  return {
    // No Spanish stands in for Arabic: a guide takes texts from its own language alone.
    tags: [tag, ...(below?.tags.filter((one) => one.split('-')[0] === tag.split('-')[0]) ?? [])],
    isRightToLeft: direction === undefined ? (below?.isRightToLeft ?? false) : direction === 'rtl',
    words: { ...below?.words, ...words },
  };
}

/** Codes of all places of a library. */
export function placeCodes(content: string): readonly string[] {
  return readdirSync(path.join(content, 'places')).map((name) => path.parse(name).name);
}

/** The numbers of each clinic of a library, by its id. */
export function readClinicNumbers(content: string): ReadonlyMap<string, readonly PhoneNumber[]> {
  const folder = path.join(content, 'clinics');
  const ids = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(
    ids.map((id) => {
      const { phones = [] } = yaml(path.join(folder, id, 'clinic.yml')) as { phones?: (string | PhoneNumber)[] };
      return [id, phones.map((one) => (typeof one === 'string' ? { say: one, dial: one } : one))];
    }),
  );
}

function yaml(file: string): unknown {
  return parse(readFileSync(file, 'utf8'));
}
