import type { Element, ElementContent } from 'hast';

const scripts = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm'].map((script) => `\\p{sc=${script}}`).join('');

/** A letter of a script that is written from the right. */
const fromTheRight = new RegExp(`[${scripts}]`, 'u');

const foreign = `(?![${scripts}])\\p{L}`;
const word = `(?:\\p{Nd}|${foreign})+`;

/**
 * Numbers, each by itself, since in right-to-left text the second of two stands on the left; and words of other scripts
 * with the numbers that follow: `15`, `1.5`, `12 mg` is `12` and `mg`, `CHF 12 mg` is one.
 */
const runs = new RegExp(`(${foreign}(?:${word})?(?:[ \\u{A0}.,:/’'-]${word})*|\\p{Nd}+(?:[.,:/]\\p{Nd}+)*)`, 'u');

/**
 * Puts each number and foreign word within right-to-left text into an element of its own. Chromium paints a line from left to right,
 * and “from 10 to 15” would be heard as “from 15 to 10”; but it puts elements into its structure tree in the order
 * of the document (UAX #9 reorders text, never elements). The element is unknown to HTML, so no style means it.
 */
export function isolateRuns(body: readonly Element[], direction: 'ltr' | 'rtl'): void {
  for (const element of body) isolateWithin(element, direction === 'rtl');
}

function isolateWithin(parent: Element, around: boolean): void {
  const { dir } = parent.properties;
  const fromRight = typeof dir === 'string' ? dir === 'rtl' : around || parent.children.some(isFromRight);
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element') isolateWithin(child, fromRight);
    if (child.type !== 'text' || !(fromRight || isFromRight(child))) return [child];
    return child.value.split(runs).flatMap(isolate);
  });
}

function isFromRight(node: ElementContent): boolean {
  return node.type === 'text' && fromTheRight.test(node.value);
}

/** What `split` found stands at odd places. */
function isolate(value: string, index: number): readonly ElementContent[] {
  if (value === '') return [];
  const text: ElementContent = { type: 'text', value };
  return index % 2 === 0 ? [text] : [{ type: 'element', tagName: 'x-run', properties: {}, children: [text] }];
}
