import { byPlace, finding, oneLine, rules } from '../findings.ts';
import type { Finding } from '../findings.ts';
import type { Clinic, Library } from '../model.ts';
import { actionForm } from './action-form.ts';
import { actionLimit } from './action-limit.ts';
import { altCaption } from './alt-caption.ts';
import { altImageOf } from './alt-image-of.ts';
import { attributeUnknown } from './attribute-unknown.ts';
import { authorMissing } from './author-missing.ts';
import { bidiControl } from './bidi-control.ts';
import { capitals } from './capitals.ts';
import { clinicContrast } from './clinic-contrast.ts';
import { clinicLogoSmall } from './clinic-logo-small.ts';
import { clinicQrLong } from './clinic-qr-long.ts';
import { cardBandMissing } from './card-band-missing.ts';
import { cardConditionLink } from './card-condition-link.ts';
import { cardLong } from './card-long.ts';
import { cardOrder } from './card-order.ts';
import type { Check, ClinicCheck, Context } from './check.ts';
import { contractionNegative } from './contraction-negative.ts';
import { countryOf } from './country.ts';
import { directiveUnknown } from './directive-unknown.ts';
import { emergencyMissing } from './emergency-missing.ts';
import { expired } from './expired.ts';
import { factDiffers } from './fact-differs.ts';
import { factUnknown } from './fact-unknown.ts';
import { fenceNested } from './fence-nested.ts';
import { fenceOpen } from './fence-open.ts';
import { fenceText } from './fence-text.ts';
import { figureUnused } from './figure-unused.ts';
import { footnoteUnknown } from './footnote-unknown.ts';
import { frontMatterOpen } from './front-matter-open.ts';
import { fundingMissing } from './funding-missing.ts';
import { headingAttribute } from './heading-attribute.ts';
import { headingDuplicate } from './heading-duplicate.ts';
import { headingOrder } from './heading-order.ts';
import { idDuplicate } from './id-duplicate.ts';
import { ignoreForm } from './ignore-form.ts';
import { ignoresOf } from './ignores.ts';
import { imageAlt } from './image-alt.ts';
import { imageSmall } from './image-small.ts';
import { italics } from './italics.ts';
import { linkDead } from './link-dead.ts';
import { linkHere } from './link-here.ts';
import { linkUnsafe } from './link-unsafe.ts';
import { linkWords } from './link-words.ts';
import { listLong } from './list-long.ts';
import { lookAlike } from './look-alike.ts';
import { numberForms } from './number-forms.ts';
import { numberLoose } from './number-loose.ts';
import { paragraphLong } from './paragraph-long.ts';
import { passiveStep } from './passive-step.ts';
import { phoneLike } from './phone-like.ts';
import { phoneTyped } from './phone-typed.ts';
import { phoneUnknown } from './phone-unknown.ts';
import { qrLong } from './qr-long.ts';
import { readingGrade } from './reading-grade.ts';
import { referenceMemory } from './reference-memory.ts';
import { referenceUnknown } from './reference-unknown.ts';
import { referenceUnused } from './reference-unused.ts';
import { reviewDates } from './review-dates.ts';
import { reviewVoid } from './review-void.ts';
import { safetyChanged } from './safety-changed.ts';
import { safetyUnlocked } from './safety-unlocked.ts';
import { sectionEmpty } from './section-empty.ts';
import { sectionOrder } from './section-order.ts';
import { sectionTitle } from './section-title.ts';
import { sentenceLong } from './sentence-long.ts';
import { sourcesMissing } from './sources-missing.ts';
import { stepsForm } from './steps-form.ts';
import { tableCaption } from './table-caption.ts';
import { tableHead } from './table-head.ts';
import { tableText } from './table-text.ts';
import { trackerForm } from './tracker-form.ts';
import { translationActions } from './translation-actions.ts';
import { translationCards } from './translation-cards.ts';
import { translationFacts } from './translation-facts.ts';
import { translationMissing } from './translation-missing.ts';
import { translationStale } from './translation-stale.ts';
import { unreviewed } from './unreviewed.ts';
import { wordHard } from './word-hard.ts';
import { zeroWidth } from './zero-width.ts';

/** THE TABLE of checks: one for each rule whose stage is `check`, in the order of `findings.ts`. */
export const checks = [
  fenceText,
  fenceOpen,
  fenceNested,
  attributeUnknown,
  directiveUnknown,
  trackerForm,
  ignoreForm,
  factUnknown,
  factDiffers,
  phoneUnknown,
  referenceUnknown,
  referenceMemory,
  phoneTyped,
  phoneLike,
  referenceUnused,
  imageAlt,
  headingOrder,
  sectionTitle,
  frontMatterOpen,
  sectionOrder,
  linkDead,
  linkUnsafe,
  idDuplicate,
  actionForm,
  tableText,
  footnoteUnknown,
  headingAttribute,
  tableHead,
  tableCaption,
  altImageOf,
  altCaption,
  sectionEmpty,
  headingDuplicate,
  linkWords,
  imageSmall,
  figureUnused,
  emergencyMissing,
  cardLong,
  stepsForm,
  numberLoose,
  cardOrder,
  cardBandMissing,
  cardConditionLink,
  actionLimit,
  safetyChanged,
  safetyUnlocked,
  sentenceLong,
  paragraphLong,
  listLong,
  wordHard,
  contractionNegative,
  passiveStep,
  numberForms,
  linkHere,
  capitals,
  italics,
  readingGrade,
  unreviewed,
  expired,
  reviewDates,
  reviewVoid,
  authorMissing,
  fundingMissing,
  sourcesMissing,
  translationMissing,
  translationStale,
  translationFacts,
  translationActions,
  translationCards,
  qrLong,
  bidiControl,
  zeroWidth,
  lookAlike,
] satisfies readonly Check[];

/**
 * What the reader and all checks find in each guide and language, each finding once, sorted by place.
 * `today` is an ISO date; `place` an ISO 3166-1 code that wins over the language's region and the library's place.
 */
export function checkLibrary(library: Library, options: { today: string; place?: string }): readonly Finding[] {
  const clinics = [...library.clinics.values()].flatMap(runClinicChecks);
  const found = [...library.findings, ...contextsOf(library, options).flatMap(runChecks), ...clinics];
  const ignores = ignoresOf(library);
  const heard = found.filter((one) => isLoud(one) || !ignores.some((ignore) => ignore.silences(one)));
  return [...new Map(heard.map((one) => [oneLine(one), one])).values()].sort(byPlace);
}

/** What checks look at: each guide in each of its languages. */
export function contextsOf(library: Library, { today, place }: { today: string; place?: string }): readonly Context[] {
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

/** THE TABLE of checks of a clinic, in the order of the rules. */
export const clinicChecks = [clinicContrast, clinicLogoSmall, clinicQrLong] satisfies readonly ClinicCheck[];

function runClinicChecks(clinic: Clinic): readonly Finding[] {
  const found: Finding[] = [];
  for (const check of clinicChecks) {
    check.run(clinic, (rule, where, message) => found.push(finding(rule, where, message)));
  }
  return found;
}

/** What could not be read is not there, and what was accepted is not as it was: no comment can silence that. */
function isLoud({ rule }: Finding): boolean {
  if (rule === 'safety-changed') return true;
  return rules[rule].stage === 'read' && rules[rule].severity === 'error';
}
