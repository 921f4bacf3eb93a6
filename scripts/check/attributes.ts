import type { ContainerDirective } from 'mdast-util-directive';
import type { Found } from './nodes.ts';
import { lineAt } from './places.ts';

/** One attribute of a block as the author wrote it. */
export interface AttributeFound {
  /** As written: `#warm-pack`, `days=14`. */
  readonly written: string;
  /** `#x` is `id`, `.x` is `class`. */
  readonly key: string;
  readonly value: string;
  /** 1-based column in the block's opening line. */
  readonly column: number;
}

/** The attributes in a block's opening line; unlike the tree, with those that are written twice, and with their places. */
export function attributesOf({ node, section, position }: Found<ContainerDirective>): readonly AttributeFound[] {
  if (Object.keys(node.attributes ?? {}).length === 0 || position === undefined) return [];
  const line = lineAt(section, position.start.line);
  const open = line.lastIndexOf('{');
  return Array.from(line.slice(open + 1).matchAll(attribute), ({ 0: written, index }) => {
    const [, mark = '', name = '', value = ''] = /^([#.]?)([^=]*)=?["']?([^"']*)/.exec(written) ?? [];
    const key = { '#': 'id', '.': 'class' }[mark] ?? name;
    return { written, key, value: mark === '' ? value : name, column: open + 2 + index };
  });
}

const attribute = /[#.][^\s#.}]+|[^\s}=#.]+(?:=(?:"[^"]*"|'[^']*'|[^\s}]*))?/g;
