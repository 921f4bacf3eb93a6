import type { Element, ElementContent, Properties } from 'hast';
import { find, html } from 'property-information';
import { parse } from 'space-separated-tokens';

/** What may stand between tags; nothing is printed for null, undefined and booleans. */
export type Child = ElementContent | string | number | boolean | null | undefined | readonly Child[];

/** What a component or a tag makes. */
export type Markup = Element | Fragment;

/** Children without a parent. */
export type Fragment = readonly ElementContent[];

type Props = Readonly<Record<string, unknown>> & { readonly children?: Child };
type Component = (props: never) => Markup;

/** JSX to hast: `<p class="a">{text}</p>` is an element node; attributes are written as in HTML. */
export function jsx(type: string | Component, { children, ...props }: Props): Markup {
  if (typeof type === 'function') return (type as (props: Props) => Markup)({ ...props, children });
  return { type: 'element', tagName: type, properties: properties(props), children: flat(children) };
}

export const jsxs: typeof jsx = jsx;
export const jsxDEV: typeof jsx = jsx;

/** `<>…</>`. */
export function Fragment({ children }: { children?: Child }): Fragment {
  return flat(children);
}

/** Children as nodes: texts become text nodes, nested lists and fragments are laid flat, nothings vanish. */
export function flat(child: Child): ElementContent[] {
  if (child === null || child === undefined || typeof child === 'boolean') return [];
  if (typeof child === 'string' || typeof child === 'number') return [{ type: 'text', value: String(child) }];
  return Array.isArray(child) ? child.flatMap(flat) : [child as ElementContent];
}

function properties(props: Readonly<Record<string, unknown>>): Properties {
  const made: Properties = {};
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    const info = find(html, name);
    const listed = typeof value === 'string' && (info.spaceSeparated || info.property === 'className');
    made[info.property] = listed ? parse(value) : (value as Properties[string]);
  }
  return made;
}

/** Types of JSX for the compiler. */
export declare namespace JSX {
  type Element = Markup;
  interface ElementChildrenAttribute {
    children: unknown;
  }
  interface IntrinsicElements {
    [tag: string]: Readonly<Record<string, unknown>>;
  }
}
