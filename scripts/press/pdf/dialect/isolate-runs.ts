import type { Element, ElementContent } from 'hast';

const scripts = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm'].map((script) => `\\p{sc=${script}}`).join('');

/** A letter of a script that is written from the right. */
const fromTheRight = new RegExp(`[${scripts}]`, 'u');

const word = `(?:\\p{Nd}|(?![${scripts}])\\p{L})+`;

/** Numbers, and words of other scripts: `15`, `1.5`, `CHF 12 mg`. */
const runs = new RegExp(`(${word}(?:[ \\u{A0}.,:/’'-]${word})*)`, 'u');

/**
 * Puts each number and foreign word within right-to-left text into an element of its own. Chromium paints a line from left to right,
 * and “from 10 to 15” would be heard as “from 15 to 10”; but it puts elements into its structure tree in the order
 * of the document (UAX #9 reorders text, never elements). The element is unknown to HTML, so no style means it.
 */
export function isolateRuns(body: readonly Element[]): void {
  for (const element of body) isolateWithin(element);
}

function isolateWithin(parent: Element): void {
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element') isolateWithin(child);
    if (child.type !== 'text' || !fromTheRight.test(child.value)) return [child];
    return child.value.split(runs).flatMap(isolate);
  });
}

/** What `split` found stands at odd places. */
function isolate(value: string, index: number): readonly ElementContent[] {
  if (value === '') return [];
  const text: ElementContent = { type: 'text', value };
  return index % 2 === 0 ? [text] : [{ type: 'element', tagName: 'x-run', properties: {}, children: [text] }];
}
