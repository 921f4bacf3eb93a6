import type { Position } from 'unist';

/** How sure a rule is that a reader would be harmed: an error stops the guide's products, a warning does with `--strict`. */
export type Severity = 'error' | 'warning' | 'note';

/** What was found wrong, where, and what to do about it. */
export interface Finding {
  /** Path as the author knows it: relative to the current folder, with `/`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  readonly severity: Severity;
  readonly rule: RuleId;
  /** *Unexpected X, expected Y: do Z*, one sentence, no full stop. */
  readonly message: string;
  /** Where the rule is explained. */
  readonly url: string;
}

/** Where a finding points: a file, and a place in it when one is known. */
export interface Where {
  readonly file: string;
  readonly position?: Position | undefined;
}

/** Takes one finding; severity and url come from the table of rules. */
export type Report = (rule: RuleId, where: Where, message: string) => void;

/**
 * THE TABLE of rules. `stage` says who finds it: `read` (the reader), `check` and `clinic` (a file `check/<id>.ts` that
 * looks at a guide or at a clinic), `compose` or `press`. Names are permanent. Each has a section of the same name in CHECKS.md.
 */
export const rules = {
  // read: YAML and files
  'yaml-syntax': { severity: 'error', stage: 'read' },
  'yaml-field': { severity: 'error', stage: 'read' },
  'front-matter-unknown': { severity: 'note', stage: 'read' },
  'file-unreadable': { severity: 'error', stage: 'read' },
  'guide-empty': { severity: 'error', stage: 'read' },
  'section-too-big': { severity: 'error', stage: 'read' },
  'section-too-slow': { severity: 'error', stage: 'read' },
  'nesting-deep': { severity: 'error', stage: 'read' },
  'same-as-missing': { severity: 'error', stage: 'read' },
  'file-ignored': { severity: 'note', stage: 'read' },
  // read: raw HTML and pictures
  'html-dropped': { severity: 'warning', stage: 'read' },
  'image-missing': { severity: 'error', stage: 'read' },
  'image-outside': { severity: 'error', stage: 'read' },
  'image-remote': { severity: 'error', stage: 'read' },
  'image-too-big': { severity: 'error', stage: 'read' },
  'image-unreadable': { severity: 'error', stage: 'read' },
  'image-unsafe': { severity: 'error', stage: 'read' },
  // check: `:::` blocks
  'fence-text': { severity: 'error', stage: 'check' },
  'fence-open': { severity: 'error', stage: 'check' },
  'fence-nested': { severity: 'error', stage: 'check' },
  'attribute-unknown': { severity: 'error', stage: 'check' },
  'directive-unknown': { severity: 'error', stage: 'check' },
  'tracker-form': { severity: 'error', stage: 'check' },
  'ignore-form': { severity: 'error', stage: 'check' },
  // check: facts, phones, sources
  'fact-unknown': { severity: 'error', stage: 'check' },
  'fact-differs': { severity: 'error', stage: 'check' },
  'phone-unknown': { severity: 'error', stage: 'check' },
  'reference-unknown': { severity: 'error', stage: 'check' },
  'reference-memory': { severity: 'error', stage: 'check' },
  'phone-typed': { severity: 'error', stage: 'check' },
  'phone-like': { severity: 'warning', stage: 'check' },
  'reference-unused': { severity: 'note', stage: 'check' },
  // check: structure
  'image-alt': { severity: 'error', stage: 'check' },
  'heading-order': { severity: 'error', stage: 'check' },
  'section-title': { severity: 'error', stage: 'check' },
  'front-matter-open': { severity: 'warning', stage: 'check' },
  'section-order': { severity: 'error', stage: 'check' },
  'link-dead': { severity: 'error', stage: 'check' },
  'link-unsafe': { severity: 'error', stage: 'check' },
  'id-duplicate': { severity: 'error', stage: 'check' },
  'action-form': { severity: 'error', stage: 'check' },
  'table-text': { severity: 'warning', stage: 'check' },
  'footnote-unknown': { severity: 'warning', stage: 'check' },
  'heading-attribute': { severity: 'warning', stage: 'check' },
  'table-head': { severity: 'warning', stage: 'check' },
  'table-caption': { severity: 'note', stage: 'check' },
  'alt-image-of': { severity: 'warning', stage: 'check' },
  'alt-caption': { severity: 'warning', stage: 'check' },
  'section-empty': { severity: 'warning', stage: 'check' },
  'heading-duplicate': { severity: 'warning', stage: 'check' },
  'link-words': { severity: 'warning', stage: 'check' },
  'image-small': { severity: 'warning', stage: 'check' },
  'figure-unused': { severity: 'note', stage: 'check' },
  // check: safety
  'emergency-missing': { severity: 'error', stage: 'check' },
  'card-long': { severity: 'error', stage: 'check' },
  'steps-form': { severity: 'error', stage: 'check' },
  'number-loose': { severity: 'warning', stage: 'check' },
  'card-order': { severity: 'error', stage: 'check' },
  'card-band-missing': { severity: 'note', stage: 'check' },
  'card-condition-link': { severity: 'error', stage: 'check' },
  'action-limit': { severity: 'warning', stage: 'check' },
  'safety-changed': { severity: 'error', stage: 'check' },
  'safety-unlocked': { severity: 'note', stage: 'check' },
  // check: plain language
  'sentence-long': { severity: 'warning', stage: 'check' },
  'paragraph-long': { severity: 'note', stage: 'check' },
  'list-long': { severity: 'warning', stage: 'check' },
  'word-hard': { severity: 'note', stage: 'check' },
  'contraction-negative': { severity: 'warning', stage: 'check' },
  'passive-step': { severity: 'note', stage: 'check' },
  'number-forms': { severity: 'note', stage: 'check' },
  'link-here': { severity: 'warning', stage: 'check' },
  capitals: { severity: 'warning', stage: 'check' },
  italics: { severity: 'warning', stage: 'check' },
  'reading-grade': { severity: 'warning', stage: 'check' },
  // check: trust
  unreviewed: { severity: 'note', stage: 'check' },
  expired: { severity: 'warning', stage: 'check' },
  'review-dates': { severity: 'error', stage: 'check' },
  'review-void': { severity: 'warning', stage: 'check' },
  'author-missing': { severity: 'note', stage: 'check' },
  'funding-missing': { severity: 'note', stage: 'check' },
  'sources-missing': { severity: 'note', stage: 'check' },
  // check: translations
  'translation-missing': { severity: 'note', stage: 'check' },
  'translation-stale': { severity: 'warning', stage: 'check' },
  'translation-facts': { severity: 'error', stage: 'check' },
  'translation-actions': { severity: 'error', stage: 'check' },
  'translation-cards': { severity: 'error', stage: 'check' },
  // check: codes to scan
  'qr-long': { severity: 'error', stage: 'check' },
  // check: hidden text
  'bidi-control': { severity: 'error', stage: 'check' },
  'zero-width': { severity: 'warning', stage: 'check' },
  'look-alike': { severity: 'warning', stage: 'check' },
  // clinics
  'clinic-contrast': { severity: 'error', stage: 'clinic' },
  'clinic-logo-small': { severity: 'error', stage: 'clinic' },
  'clinic-qr-long': { severity: 'error', stage: 'clinic' },
  // plan and compose
  'edition-empty': { severity: 'error', stage: 'compose' },
  'character-missing': { severity: 'error', stage: 'compose' },
  'text-lost': { severity: 'error', stage: 'compose' },
  'checklist-rows': { severity: 'note', stage: 'compose' },
  // a patient's own copy
  'note-characters': { severity: 'error', stage: 'compose' },
  'note-long': { severity: 'error', stage: 'press' },
  // press
  'handout-long': { severity: 'error', stage: 'press' },
  'front-long': { severity: 'error', stage: 'press' },
  'checklist-long': { severity: 'error', stage: 'press' },
  'text-audit': { severity: 'error', stage: 'press' },
  'press-failed': { severity: 'error', stage: 'press' },
  'epub-invalid': { severity: 'error', stage: 'press' },
} as const satisfies Record<string, { severity: Severity; stage: 'read' | 'check' | 'clinic' | 'compose' | 'press' }>;

/** The name of a rule, as printed and as in CHECKS.md. */
export type RuleId = keyof typeof rules;

/** Makes a finding: its severity and url are the rule's, its place the start of `where` (default: line 1, column 1). */
export function finding(rule: RuleId, where: Where, message: string): Finding {
  const { line, column } = where.position?.start ?? { line: 1, column: 1 };
  return { file: where.file, line, column, severity: rules[rule].severity, rule, message, url: `CHECKS.md#${rule}` };
}

/** By file, line, column, rule: the same order in every run. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

/** One line: `content/guides/x/en-GB/03-massage.md:12:5 error fence-text Unexpected …`. */
export function oneLine({ file, line, column, severity, rule, message }: Finding): string {
  return `${file}:${line}:${column} ${severity} ${rule} ${message}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
