import type { Schema } from 'hast-util-sanitize';
import { find, html } from 'property-information';

/*
 * THE TABLE of raw HTML that a document needs (HTML Living Standard §4). All else is left out: its tags, its
 * attributes, and for what runs or fetches its content too.
 */

/** What an author may write in an element. */
interface AllowedElement {
  /** Attributes beside the global ones. */
  readonly attributes?: readonly string[];
  /** Elements, one of which must be open around it. */
  readonly inside?: readonly string[];
}

const inTable = { inside: ['table'] };
const plain = {};

/** Elements that stay. */
export const htmlElements: ReadonlyMap<string, AllowedElement> = new Map<string, AllowedElement>([
  ...each('p div blockquote pre hr h1 h2 h3 h4 h5 h6', plain),
  ...each('span br wbr sub sup strong b em i code kbd samp var dfn abbr mark small q cite bdi bdo', plain),
  ['a', { attributes: ['href'] }],
  ['img', { attributes: ['src', 'alt', 'width', 'height'] }],
  ...each('time del ins', { attributes: ['datetime'] }),
  ['ul', plain],
  ['ol', { attributes: ['start', 'reversed', 'type'] }],
  ['li', { attributes: ['value'], inside: ['ul', 'ol'] }],
  ['dl', plain],
  ...each('dt dd', { inside: ['dl'] }),
  ['figure', plain],
  ['figcaption', { inside: ['figure'] }],
  // Always open: a closed one hides its text in print.
  ['details', { attributes: ['open'] }],
  ['summary', { inside: ['details'] }],
  ['ruby', plain],
  ...each('rt rp', { inside: ['ruby'] }),
  ['table', plain],
  ...each('caption thead tbody tfoot tr', inTable),
  ...each('colgroup col', { attributes: ['span'], inside: ['table'] }),
  ...each('th td', { attributes: ['colspan', 'rowspan', 'headers', 'scope', 'abbr'], inside: ['table'] }),
]);

/** Elements that stand for another: their look or role is the edition's business. */
export const htmlRenames: ReadonlyMap<string, string> = new Map([
  ...each('u font big nobr data output label', 'span'),
  ...each('center section article main header footer nav aside address hgroup', 'div'),
  ['tt', 'code'],
  ['s', 'del'],
  ['strike', 'del'],
  ['acronym', 'abbr'],
]);

/** Elements without content or end tag (HTML §13.1.2). */
export const htmlVoids: ReadonlySet<string> = words('br wbr hr img col');

/** Elements that go with all that is in them. */
export const htmlDroppedWhole: ReadonlySet<string> = words('script style template object iframe noembed noframes');

/** Elements whose content is no markup to a tokenizer (HTML §13.2.5). Of the dropped ones only. */
export const htmlRawText: ReadonlySet<string> = words('script style iframe noembed noframes');

/** Tags that go without a word: around a whole page, or beside a picture that stays. */
export const htmlSilent: ReadonlySet<string> = words('html head body source picture');

/** Elements whose end tag may be left out: the parser closes them (HTML §13.1.2.4). */
export const htmlSelfEnding: ReadonlySet<string> = words(
  'p li dt dd rt rp caption colgroup thead tbody tfoot tr th td',
);

/** Elements that end an open paragraph when they start (HTML §13.2.6.4.7). */
export const htmlEndingParagraphs: ReadonlySet<string> = words(`
  p div blockquote pre hr h1 h2 h3 h4 h5 h6
  ul ol li dl dt dd figure figcaption details summary table
`);

const globalAttributes = ['id', 'title', 'lang', 'dir'];

const whole = /^[1-9]\d?$/;
/** What values of attributes look like; attributes that are not here take any text. */
const values: Readonly<Record<string, RegExp>> = {
  id: /^\S+$/,
  lang: /^[a-z0-9-]{1,35}$/i,
  dir: /^(?:ltr|rtl|auto)$/i,
  colspan: whole,
  rowspan: whole,
  span: whole,
  scope: /^(?:row|col|rowgroup|colgroup)$/i,
  width: /^\d{1,5}$/,
  height: /^\d{1,5}$/,
  start: /^-?\d{1,6}$/,
  value: /^-?\d{1,6}$/,
  type: /^[1aAiI]$/,
  href: /^(?:https?:|mailto:|tel:|#|(?!\/|\\|[^/?#]*:))/i,
};

/** True where an attribute may stand on an element with that value. */
export function isAllowedAttribute(element: string, name: string, value: string): boolean {
  const own = htmlElements.get(element)?.attributes ?? [];
  if (!own.includes(name) && !globalAttributes.includes(name)) return false;
  // Browsers skip these before they read a scheme (URL §4.4).
  return values[name]?.test(value.replace(/[\0-\x20]/g, '')) ?? true;
}

/** The same table for trees: what hast-util-sanitize lets through after raw HTML was merged. */
export const htmlSchema: Schema = {
  tagNames: [...htmlElements.keys()],
  attributes: {
    ...Object.fromEntries(
      [...htmlElements].map(([name, { attributes = [] }]) => [name, attributes.map(toProperty)] as const),
    ),
    '*': globalAttributes.map(toProperty),
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['asset'] },
  strip: [...htmlDroppedWhole],
  clobber: [],
  clobberPrefix: '',
};

function each<T>(names: string, value: T): readonly (readonly [string, T])[] {
  return names.split(' ').map((name) => [name, value]);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** A hast property name: `colspan` is `colSpan`. */
function toProperty(attribute: string): string {
  return find(html, attribute).property;
}
