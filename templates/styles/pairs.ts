/*
 * Colours of tokens.css, and every pair of text and background that the style sheets make of them. The build measures the
 * pairs that hold a clinic's colours; `test/brand` compares both tables with the style sheets.
 */

/** Colours on paper and on a bright screen. */
export const light = {
  paper: '#ffffff',
  ink: '#1b1b1b',
  'ink-2': '#454545',
  tint: '#f2f1ee',
  brand: '#0b4f63',
  'brand-tint': '#e4eff3',
  'on-brand': '#ffffff',
  emergency: '#9c1420',
  'on-emergency': '#ffffff',
  'urgent-tint': '#ffe9c2',
  'routine-tint': '#e7eff9',
} as const;

/** A colour that text or its background takes. */
export type Token = keyof typeof light;

/** Colours of web.css for a dark screen. */
export const dark = {
  paper: '#14181a',
  ink: '#f1efe9',
  'ink-2': '#c9c6be',
  tint: '#22282b',
  brand: '#8fd0e6',
  'brand-tint': '#17323b',
  'on-brand': '#14181a',
  emergency: '#ffb3ae',
  'on-emergency': '#2c0609',
  'urgent-tint': '#35260b',
  'routine-tint': '#14243b',
} as const satisfies Record<Token, string>;

/** Text on a background. */
export interface Pair {
  readonly text: Token;
  readonly on: Token;
  /** Least contrast, WCAG 2.2: 7 for what is read (1.4.6), 4.5 for a control (1.4.3). */
  readonly least: 7 | 4.5;
  /** What it is, for a message. */
  readonly what: string;
  /** Rules of the style sheets that make it, `file selector`. */
  readonly rules: readonly string[];
}

/** THE TABLE of pairs. */
export const pairs = [
  {
    text: 'ink',
    on: 'paper',
    least: 7,
    what: 'text',
    rules: ['print body', 'print .figure.alone figcaption', 'web body'],
  },
  {
    text: 'ink-2',
    on: 'paper',
    least: 7,
    what: 'captions and notes',
    rules: ['handout .masthead .kind', 'print .note, .dose, figcaption', 'web .note, .dose, figcaption'],
  },
  {
    text: 'brand',
    on: 'paper',
    least: 7,
    what: 'links and the numbers of steps',
    rules: ['handout .today > li > .lb', 'web a', 'web .today > li::marker'],
  },
  {
    text: 'ink',
    on: 'tint',
    least: 7,
    what: 'code and heads of diaries',
    rules: ['handout .tracker thead th', 'print pre', 'print code', 'web pre', 'web code'],
  },
  { text: 'ink-2', on: 'tint', least: 7, what: 'code in captions', rules: ['print code', 'web code'] },
  { text: 'brand', on: 'tint', least: 4.5, what: 'code in links', rules: ['web code'] },
  {
    text: 'ink',
    on: 'brand-tint',
    least: 7,
    what: 'the contact block',
    rules: ['handout .contact.clinic', 'web .contact.clinic'],
  },
  {
    text: 'ink-2',
    on: 'brand-tint',
    least: 4.5,
    what: 'the words beside the QR code',
    rules: ['handout .contact.clinic'],
  },
  { text: 'on-brand', on: 'brand', least: 4.5, what: 'the link that skips to the text', rules: ['web .skip:focus'] },
  {
    text: 'on-emergency',
    on: 'emergency',
    least: 7,
    what: 'the head of the emergency card',
    rules: ['print .care-card.emergency .head', 'web .care-card.emergency .head'],
  },
  {
    text: 'ink',
    on: 'urgent-tint',
    least: 7,
    what: 'the head of the same-day card',
    rules: ['print .care-card .head', 'web .care-card .head'],
  },
  {
    text: 'ink',
    on: 'routine-tint',
    least: 7,
    what: 'the head of the card for days to weeks',
    rules: ['print .care-card .head', 'web .care-card .head'],
  },
] as const satisfies readonly Pair[];

/** Backgrounds on which no text stands: pictures, icons, boxes. */
export const noText: readonly string[] = [
  'ebook figure img, figure svg',
  'ebook img.logo',
  'ebook img.icon',
  'ebook .care-card.emergency img.icon',
  'web .icon',
  'web .care-card.emergency .icon',
  'web .figure img',
  'web .logo',
  'web .care-card .edge',
  'web .box.done',
];
