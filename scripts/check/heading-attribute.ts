import type { Section } from '../model.ts';
import type { Check, Edit } from './check.ts';
import { nodesIn } from './nodes.ts';
import { placeInLine } from './places.ts';
import { quote } from './quote.ts';

/** `{#id}` or `{.class}` after a heading, as Pandoc and HonKit read it: here it prints as it is typed. */
export const headingAttribute: Check = {
  id: 'heading-attribute',
  run({ translation }, report) {
    for (const { section, start, end } of translation.sections.flatMap(attributesIn)) {
      const before = section.source.slice(0, start).split('\n');
      const written = section.source.slice(start, end);
      const column = (before.at(-1) ?? '').length + 1 + written.length - written.trimStart().length;
      const message = `Unexpected ${quote(written.trim())} after a heading, expected words alone: delete it, anchors are made from the heading’s words`;
      report('heading-attribute', placeInLine(section, before.length, column), message);
    }
  },
  fix: ({ translation }) => translation.sections.flatMap(attributesIn),
};

/** Each with the space before it. */
function attributesIn(section: Section): readonly Edit[] {
  return nodesIn(section, 'heading').flatMap(({ node }) => {
    const last = node.children.at(-1);
    const [from, to] = [last?.position?.start.offset, last?.position?.end.offset];
    if (last?.type !== 'text' || from === undefined || to === undefined) return [];
    const found = /(?<=\S)\s*(?<!\\)\{[#.][^{}\n]*\}$/.exec(section.source.slice(from, to));
    return found === null ? [] : [{ section, start: from + found.index, end: to, text: '' }];
  });
}
