import { byPlace, finding, oneLine, rules } from '../findings.ts';
import type { Finding } from '../findings.ts';
import type { Library } from '../model.ts';
import { actionForm } from './action-form.ts';
import { attributeUnknown } from './attribute-unknown.ts';
import { cardLong } from './card-long.ts';
import type { Check, Context } from './check.ts';
import { countryOf } from './country.ts';
import { directiveUnknown } from './directive-unknown.ts';
import { emergencyMissing } from './emergency-missing.ts';
import { expired } from './expired.ts';
import { factDiffers } from './fact-differs.ts';
import { factUnknown } from './fact-unknown.ts';
import { fenceNested } from './fence-nested.ts';
import { fenceOpen } from './fence-open.ts';
import { fenceText } from './fence-text.ts';
import { headingOrder } from './heading-order.ts';
import { idDuplicate } from './id-duplicate.ts';
import { ignoreForm } from './ignore-form.ts';
import { ignoresOf } from './ignores.ts';
import { imageAlt } from './image-alt.ts';
import { linkDead } from './link-dead.ts';
import { linkUnsafe } from './link-unsafe.ts';
import { numberLoose } from './number-loose.ts';
import { phoneUnknown } from './phone-unknown.ts';
import { referenceMemory } from './reference-memory.ts';
import { referenceUnknown } from './reference-unknown.ts';
import { sectionOrder } from './section-order.ts';
import { sectionTitle } from './section-title.ts';
import { stepsForm } from './steps-form.ts';
import { unreviewed } from './unreviewed.ts';

/** THE TABLE of checks: one for each rule whose stage is `check`, in the order of `findings.ts`. */
export const checks = [
  fenceText,
  fenceOpen,
  fenceNested,
  attributeUnknown,
  directiveUnknown,
  ignoreForm,
  factUnknown,
  factDiffers,
  phoneUnknown,
  referenceUnknown,
  referenceMemory,
  imageAlt,
  headingOrder,
  sectionTitle,
  sectionOrder,
  linkDead,
  linkUnsafe,
  idDuplicate,
  actionForm,
  emergencyMissing,
  cardLong,
  stepsForm,
  numberLoose,
  unreviewed,
  expired,
] satisfies readonly Check[];

/**
 * What the reader and all checks find in each guide and language, each finding once, sorted by place.
 * `today` is an ISO date; `place` an ISO 3166-1 code that wins over the language's region and the library's place.
 */
export function checkLibrary(library: Library, options: { today: string; place?: string }): readonly Finding[] {
  const found = [...library.findings, ...contexts(library, options).flatMap(runChecks)];
  const ignores = ignoresOf(library);
  const heard = found.filter((one) => isGap(one) || !ignores.some((ignore) => ignore.silences(one)));
  return [...new Map(heard.map((one) => [oneLine(one), one])).values()].sort(byPlace);
}

function contexts(library: Library, { today, place }: { today: string; place?: string }): readonly Context[] {
  return library.guides.flatMap((guide) =>
    Array.from(guide.translations.values(), (translation) => {
      const country = countryOf(library, translation.language, place);
      return { library, guide, translation, country, today };
    }),
  );
}

function runChecks(context: Context): readonly Finding[] {
  const found: Finding[] = [];
  for (const check of checks) {
    check.run(context, (rule, where, message) => found.push(finding(rule, where, message)));
  }
  return found;
}

/** What could not be read is not there: no comment can silence that. */
function isGap({ rule }: Finding): boolean {
  return rules[rule].stage === 'read' && rules[rule].severity === 'error';
}
