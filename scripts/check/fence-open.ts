import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import type { Found } from './nodes.ts';
import { lineAt } from './places.ts';

/** A block without its closing `:::`: it swallows the rest of the file. A nested one is `fence-nested`'s. */
export const fenceOpen: Check = {
  id: 'fence-open',
  run(context, report) {
    for (const found of nodes(context, 'containerDirective')) {
      if (found.ancestors.some(({ type }) => type === 'containerDirective') || isClosed(found)) continue;
      const { name } = found.node;
      report(
        'fence-open',
        found,
        `Unexpected end of the text in \`:::${name}\`, expected \`:::\`: close the block after its last line`,
      );
    }
  },
};

/** The tree does not say whether a closing fence was there, so the source is asked. */
function isClosed({ section, position }: Found): boolean {
  if (position === undefined || position.end.line === position.start.line) return false;
  const last = lineAt(section, position.end.line).slice(0, position.end.column - 1);
  return /^[\s>]*:{3,}\s*$/.test(last);
}
