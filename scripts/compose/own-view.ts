import type { Medium, Own } from '../model.ts';
import type { Block, ClinicNote, Note, SectionView } from '../../templates/view.ts';
import { contentOf } from './blocks.ts';
import { choosePieces, type Look } from './choose.ts';
import { eachElement } from './each.ts';

/**
 * The sections of an edition: those of its medium, and in a patient's own copy those too that hold a chosen action, less
 * the actions that were not chosen. Cards and ask-first boxes are not in `sections` any more, so none can be left out here.
 */
export function sectionsFor(
  sections: readonly SectionView[],
  medium: Medium | null,
  own: Own | null,
): readonly SectionView[] {
  if (medium === null) return [];
  const actions = own?.actions ?? null;
  if (actions === null) return sections.filter((section) => section.in.includes(medium));
  return sections.flatMap((section) => {
    const whole = section.in.includes(medium);
    const holds = section.blocks.some((block) => block.kind === 'action' && actions.has(block.id));
    if (!whole && !holds) return [];
    const blocks = choosePieces(section.blocks, lookAt, actions, whole);
    return [{ ...section, blocks, notes: section.notes.filter((note) => refersTo(blocks, note)) }];
  });
}

/** A note's text as paragraphs of lines: blank lines part paragraphs. */
export function clinicNote(own: Own | null): ClinicNote | null {
  if (own === null || own.note === null) return null;
  const paragraphs = own.note.split(/\n(?:[^\S\n]*\n)+/).map((paragraph) => paragraph.split('\n'));
  return { paragraphs, at: own.noteAt };
}

function lookAt(block: Block): Look {
  if (block.kind === 'heading') return { kind: 'heading', depth: block.depth };
  if (block.kind === 'action') return { kind: 'action', id: block.id };
  return { kind: block.kind === 'do' || block.kind === 'dont' ? 'advice' : 'other' };
}

function refersTo(blocks: readonly Block[], note: Note): boolean {
  let found = false;
  for (const block of blocks) {
    eachElement(contentOf(block), ({ properties }) => {
      if (properties['dataHref'] === `#${note.id}`) found = true;
    });
  }
  return found;
}
