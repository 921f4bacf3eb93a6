import type { Element, ElementContent } from 'hast';
import type { Markup } from '../jsx/jsx-runtime.ts';
import type { Steps as Three, View } from '../view.ts';

/** The three steps of page 1. */
export function Steps({ steps, view }: { steps: Three; view: View }): Markup {
  return (
    <ol class="today">
      {steps.items.map((item, index) => (
        <li>
          {view.paper !== null && <span class="lb">{index + 1}</span>}
          {item}
        </li>
      ))}
    </ol>
  );
}

/** On paper the numbers of an ordered list stand in circles, without the full stop that other lists have. */
export function circled(content: readonly ElementContent[]): readonly ElementContent[] {
  return content.map((child) => (child.type === 'element' && child.tagName === 'ol' ? circledList(child) : child));
}

function circledList(list: Element): Element {
  let number = Number(list.properties['start'] ?? 1);
  const children = list.children.map((item): ElementContent => {
    if (item.type !== 'element' || item.tagName !== 'li') return item;
    const label = (<span class="lb">{number++}</span>) as Element;
    return { ...item, children: [label, ...item.children] };
  });
  return { ...list, properties: { ...list.properties, className: ['steps'] }, children };
}
