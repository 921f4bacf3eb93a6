import * as v from 'valibot';
import { editionIds } from '../model.ts';
import {
  country,
  dial,
  fields,
  isoDate,
  listOf,
  paper,
  perLanguage,
  slugText,
  tag,
  text,
  webAddress,
} from './schema-parts.ts';

/* What the YAML files of a clinic may hold, and what people signed. */

const colour = v.pipe(
  text,
  v.regex(/^#[0-9a-fA-F]{6}$/, 'a colour like `#0b4f63`: write six hexadecimal digits in quotes'),
  v.transform((value) => value.toLowerCase()),
);
const clinicPhone = v.union(
  [
    v.pipe(
      dial,
      v.transform((dial) => ({ dial, say: dial, label: undefined })),
    ),
    fields({ label: v.optional(perLanguage), say: text, dial: dial }),
  ],
  'a number, or `label`, `say` and `dial`: write it so',
);

/** `content/clinics/ID/clinic.yml`. */
export const clinicSchema = fields({
  name: perLanguage,
  place: v.optional(country),
  address: v.optional(listOf(text), []),
  phones: v.optional(listOf(clinicPhone), []),
  hours: v.optional(perLanguage),
  url: v.optional(webAddress),
  logo: v.optional(text),
  colours: v.optional(
    fields({ brand: v.optional(colour), 'brand-tint': v.optional(colour), 'on-brand': v.optional(colour) }),
    {},
  ),
  paper: v.optional(
    v.union(
      [
        v.pipe(
          paper,
          v.transform((one) => [one]),
        ),
        listOf(paper),
      ],
      '`a4`, `letter` or both as a list: write it so',
    ),
  ),
  languages: v.optional(listOf(tag)),
  editions: v.optional(
    listOf(v.picklist(editionIds, `${editionIds.map((id) => `\`${id}\``).join(', ')}: choose of these`)),
  ),
});

const review = fields({
  guide: slugText,
  language: tag,
  place: v.optional(country),
  hash: v.pipe(text, v.regex(/^[0-9a-f]{64}$/, 'a hash as `guidepress review` writes it: sign again')),
  by: text,
  date: isoDate,
  next: isoDate,
});

/** `reviews.yml` of the library or of a clinic; `guidepress review` writes it. A file of comments alone holds none. */
export const reviewsSchema = v.pipe(
  v.unknown(),
  v.transform((value) => (value instanceof Object && Object.keys(value).length === 0 ? [] : value)),
  listOf(review),
);
