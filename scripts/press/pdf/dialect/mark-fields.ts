import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { elementsIn, hasClass, isElement, property } from './elements.ts';

/** A host that cannot exist (RFC 6761 §6.4): links to it are what the finisher makes form fields of. */
export const fieldHost = 'field.guidepress.invalid';

const longestTip = 120;

/**
 * Makes check boxes out of `<span class="box" data-field="name" data-tip="…">` and of task list items: Chromium prints no
 * form fields, but it prints links with their exact place. Throws on a name that is odd or used twice.
 */
export function markFields(body: readonly Element[]): void {
  const names = new Set<string>();
  for (const element of elementsIn(body)) {
    const name = property(element, 'dataField');
    if (name !== null && hasClass(element, 'box')) markBox(element, name, names);
    else if (isElement(element, 'li')) markTask(element, names);
  }
}

function markBox(box: Element, name: string, names: Set<string>): void {
  if (!/^[\w-]+$/.test(name) || names.has(name)) {
    throw new Error(`Unexpected field name \`${name}\`, expected letters, digits, \`_\` and \`-\`, used once`);
  }
  names.add(name);
  const { dataField: _, dataTip, ...properties } = box.properties;
  box.tagName = 'a';
  box.properties = { ...properties, href: address(name, String(dataTip ?? name)) };
  box.children = [];
}

/** `- [ ] text`: the box comes first in the item or in its first paragraph. What is done is a picture of a ticked box. */
function markTask(item: Element, names: Set<string>): void {
  const first = item.children.find((child) => child.type === 'element');
  const holder = first?.tagName === 'p' ? first : item;
  const box = holder.children.find((child) => isElement(child, 'input'));
  if (box?.properties['type'] !== 'checkbox') return;
  if (box.properties['checked'] === true) {
    box.tagName = 'img';
    box.properties = { className: ['box', 'task'], src: ticked, alt: '☑' };
    return;
  }
  const name = unused(names);
  const tip = toString(holder).replace(/\s+/g, ' ').trim().slice(0, longestTip) || name;
  box.tagName = 'a';
  box.properties = { className: ['box', 'task'], href: address(name, tip) };
}

const ticked = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M3 8l4 4 6-9" fill="none" stroke="#000" stroke-width="2.5"/></svg>',
)}`;

function unused(names: Set<string>): string {
  let number = 1;
  while (names.has(`task-${number}`)) number += 1;
  const name = `task-${number}`;
  names.add(name);
  return name;
}

function address(name: string, tip: string): string {
  return `https://${fieldHost}/?${new URLSearchParams({ name, tip })}`;
}
