import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Check } from './check.ts';

/** A section that does not start with its title. A plain file may: its name is the title. */
export const sectionTitle: Check = {
  id: 'section-title',
  run({ guide, translation }, report) {
    if (guide.plain) return;
    for (const { file, tree } of translation.sections) {
      const first = tree.children.find(({ type }) => !silent.includes(type));
      const unexpected = unexpectedAt(first);
      const advice =
        first === undefined
          ? 'write one and the text, or remove the file'
          : 'start the file with `# ` and the section’s title';
      const message = `Unexpected ${unexpected}, expected a heading first: ${advice}`;
      if (unexpected !== null) report('section-title', { file, position: first?.position }, message);
    }
  },
};

/** What prints nothing. */
const silent: readonly string[] = ['yaml', 'toml', 'html', 'definition'];

function unexpectedAt(first: RootContent | undefined): string | null {
  if (first === undefined) return 'section without text';
  if (first.type !== 'heading') return 'text before the title';
  return toString(first).trim() === '' ? 'heading without words' : null;
}
