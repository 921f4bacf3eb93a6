import type { Where } from '../findings.ts';
import { blocks } from './blocks.ts';
import type { Context } from './check.ts';
import { nodes } from './nodes.ts';
import { placesWithin, placeWithin } from './places.ts';

/** An id that an author gave. */
export interface IdFound {
  readonly id: string;
  readonly where: Where;
}

/** The ids that authors gave: to actions, and in raw HTML, in the text's order by kind. */
export function givenIds(context: Context): readonly IdFound[] {
  const actions = blocks(context, 'action').flatMap((found) => {
    const id = found.node.attributes?.['id'] ?? '';
    return id === '' ? [] : [{ id, where: placeWithin(found, id) }];
  });
  // Raw HTML was cleaned by the reader: its attributes are quoted.
  const raw = nodes(context, 'html').flatMap((found) => {
    const ids = Array.from(found.node.value.matchAll(/<[a-z][^>]*?\sid="([^"]+)"/g), ([, id = '']) => id);
    const places = placesWithin(found, ids);
    return ids.map((id, index) => ({ id, where: places[index] ?? found }));
  });
  return [...actions, ...raw];
}
