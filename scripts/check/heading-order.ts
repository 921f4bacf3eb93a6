import type { Check } from './check.ts';
import { nodesIn } from './nodes.ts';

/**
 * Heading levels that skip, a section that does not begin at level 1, a second level 1 in one file (ISO 14289-1 §7.4.2, WCAG 1.3.1).
 * A plain folder may hold whole books in one file, so there many level 1 headings are chapters.
 */
export const headingOrder: Check = {
  id: 'heading-order',
  run({ guide, translation }, report) {
    for (const section of translation.sections) {
      let last = 0;
      for (const found of nodesIn(section, 'heading')) {
        const problem = problemOf(found.node.depth, last, guide.plain);
        if (problem !== null) report('heading-order', found, `Unexpected ${problem}`);
        last = found.node.depth;
      }
    }
  },
};

function problemOf(depth: number, last: number, isPlain: boolean): string | null {
  if (depth > last + 1) {
    const before = last === 0 ? 'as the first' : `after level ${last}`;
    return `heading of level ${depth} ${before}, expected level ${last + 1}: write \`${'#'.repeat(last + 1)} \` before it`;
  }
  if (depth > 1 || last === 0 || isPlain) return null;
  return 'second heading of level 1, expected one in a section: write `## ` before it, or start a new file';
}
