import type { Element } from 'hast';
import { elementsIn, hasClass, isElement, isInline, property } from './elements.ts';

/**
 * Gives each list item its label as an element, `<span class="lb">3.</span>`: Chromium 143 paints the markers of CSS
 * untagged. An item that has one already, or starts with a check box, keeps what it has.
 */
export function numberLists(body: readonly Element[]): void {
  for (const list of elementsIn(body)) {
    for (const { item, label } of labelsOf(list)) {
      const next = item.children[0];
      // Beside a paragraph the label must not make a line of its own.
      const beside = next !== undefined && !isInline(next);
      item.children.unshift({
        type: 'element',
        tagName: 'span',
        properties: { className: beside ? ['lb', 'beside'] : ['lb'] },
        children: [{ type: 'text', value: label }],
      });
    }
  }
}

/** The items of a list that lack a label, each with the label it should have; decimal, by `start` and `value` (HTML 4.4.8). */
export function labelsOf(list: Element): readonly { readonly item: Element; readonly label: string }[] {
  if (list.tagName !== 'ul' && list.tagName !== 'ol') return [];
  const items = list.children.filter((child) => isElement(child, 'li'));
  const step = property(list, 'reversed') === null ? 1 : -1;
  let number = Number(property(list, 'start') ?? (step === 1 ? 1 : items.length)) - step;
  const labels: { item: Element; label: string }[] = [];
  for (const item of items) {
    const value = property(item, 'value');
    number = value === null ? number + step : Number(value);
    if (hasLabel(item)) continue;
    labels.push({ item, label: list.tagName === 'ul' ? '•' : `${letters(number, property(list, 'type'))}.` });
  }
  return labels;
}

function hasLabel(item: Element): boolean {
  if (item.children.some((child) => hasClass(child, 'lb'))) return true;
  return hasClass(item, 'task-list-item');
}

/** `type` of the list: `a` and `A` count in letters, the rest in digits. */
function letters(number: number, type: string | null): string {
  if ((type !== 'a' && type !== 'A') || number < 1 || number > 26) return String(number);
  return String.fromCharCode(type.charCodeAt(0) + number - 1);
}
