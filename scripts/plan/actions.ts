import { EXIT, visit } from 'unist-util-visit';
import type { Translation } from '../model.ts';

/** True where a guide's text has something to do: an action, which a checklist can show. */
export function hasActions(translation: Translation): boolean {
  let found = false;
  for (const { tree } of translation.sections) {
    visit(tree, 'containerDirective', (node) => {
      if (node.name !== 'action') return undefined;
      found = true;
      return EXIT;
    });
  }
  return found;
}
