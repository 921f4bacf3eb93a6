import type { Section } from '../model.ts';
import type { Check } from './check.ts';
import { fenceFix } from './fence-fix.ts';
import { fenceLines } from './fence-lines.ts';
import type { FenceLine } from './fence-lines.ts';
import { nodesIn } from './nodes.ts';
import { placeInLine } from './places.ts';

/** A `:::` line that stayed text: the card it should open would not be there. */
export const fenceText: Check = {
  id: 'fence-text',
  run({ translation }, report) {
    for (const section of translation.sections) {
      for (const { line, column, text, closing } of mistakes(section)) {
        const message = closing
          ? 'Unexpected `:::`, expected an open block before it: remove the line'
          : fenceFix(text);
        report('fence-text', placeInLine(section, line, column), message);
      }
    }
  },
};

/** A broken or nested block leaves its own closing line behind as text: that one is no mistake of its own. */
function mistakes(section: Section): readonly FenceLine[] {
  const nested = nodesIn(section, 'containerDirective').filter(({ ancestors }) =>
    ancestors.some(({ type }) => type === 'containerDirective'),
  );
  let leftBehind = nested.length;
  return fenceLines(section).filter(({ closing }) => {
    if (!closing) leftBehind += 1;
    else if (leftBehind > 0) leftBehind -= 1;
    else return true;
    return !closing;
  });
}
