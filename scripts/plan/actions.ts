import { visit } from 'unist-util-visit';
import type { Translation } from '../model.ts';

/** True where a guide's text has something to do: an action, which a checklist can show. */
export function hasActions(translation: Translation): boolean {
  return actionIds(translation).length > 0;
}

/** Ids of a guide's actions, in its order. */
export function actionIds({ sections }: Translation): readonly string[] {
  const ids: string[] = [];
  for (const { tree } of sections) {
    visit(tree, 'containerDirective', (node) => {
      if (node.name === 'action') ids.push(node.attributes?.['id'] ?? '');
    });
  }
  return ids;
}
