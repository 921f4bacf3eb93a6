import type { Clinic, Localised } from '../model.ts';
import type { ClinicView, Said } from '../../templates/view.ts';

/** `src` of a clinic's logo: a name that no picture of a guide can have. */
export const logoSource = 'clinic/logo';

/** In which language a product is, and which languages stand in for it. */
interface Tongue {
  /** BCP 47 tag of the product. */
  readonly language: string;
  /** BCP 47 tag of the library. */
  readonly fallback: string;
}

/** A clinic as a product in a language prints it. What stands in another language says in which. */
export function clinicView(clinic: Clinic, { language, fallback }: Tongue): ClinicView {
  // What a clinic wrote without a tag is in its first language.
  const home = clinic.languages?.[0] ?? fallback;
  const said = (words: Localised): Said => saidIn(words, { language, fallback: home });
  return {
    name: said(clinic.name),
    address: clinic.address.map(said),
    phones: clinic.phones.map(({ label, say, dial }) => ({
      label: label === null ? null : said(label),
      say,
      dial: dial.replace(/[^+0-9*#]/g, ''),
    })),
    hours: clinic.hours === null ? null : said(clinic.hours),
    url: clinic.url,
    logo: clinic.logo === null ? null : logoSource,
  };
}

/**
 * The words for a language: its own, its primary language's, another region's of that language, the same of the fallback,
 * else the first. `lang` is set where the primary languages differ (WCAG 2.2, 3.1.2).
 */
export function saidIn(words: Localised, { language, fallback }: Tongue): Said {
  if (typeof words === 'string') return marked(words, fallback, language);
  const tags = Object.keys(words).sort();
  const find = (tag: string): string | undefined =>
    [tag, primary(tag)].find((one) => one in words) ?? tags.find((one) => primary(one) === primary(tag));
  const found = find(language) ?? find(fallback) ?? tags[0] ?? fallback;
  return marked(words[found] ?? '', found, language);
}

function marked(text: string, tag: string, language: string): Said {
  return { text, lang: primary(tag) === primary(language) ? undefined : tag };
}

function primary(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
