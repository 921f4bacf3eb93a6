import type { Check } from './check.ts';
import { nodesIn } from './nodes.ts';

/** A source that no guide cites: it was left behind, or the claim lost its source. */
export const referenceUnused: Check = {
  id: 'reference-unused',
  run({ library, guide }, report) {
    // A library's question, so it is asked once.
    if (!library.whole || guide !== library.guides[0]) return;
    const sections = library.guides.flatMap(({ translations }) =>
      [...translations.values()].flatMap((one) => one.sections),
    );
    const used = new Set(sections.flatMap((one) => nodesIn(one, 'citation')).flatMap(({ node }) => node.keys));
    for (const { key, file, line } of library.references.values()) {
      const start = { line, column: 1 };
      const message = `Unexpected source \`@${key}\` that no guide cites, expected \`[@${key}]\` at its claim: cite it or remove it`;
      if (!used.has(key)) report('reference-unused', { file, position: { start, end: start } }, message);
    }
  },
};
