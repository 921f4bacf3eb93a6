import type { Where } from '../findings.ts';
import type { Section } from '../model.ts';
import { nodesIn } from './nodes.ts';

/** Where a finding about a whole section points: its first heading, else its first line. */
export function placeOfSection(section: Section): Where {
  return nodesIn(section, 'heading')[0] ?? section;
}
