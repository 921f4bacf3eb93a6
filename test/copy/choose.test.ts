import { describe, expect, test } from 'vitest';
import { choosePieces, type Look } from '../../scripts/compose/choose.ts';

/** `# a` is a heading of level 1, `walk!` an action, `no: x` a don’t box, all else prose. */
function look(piece: string): Look {
  const heading = /^(#+) /.exec(piece);
  if (heading) return { kind: 'heading', depth: heading[1]?.length ?? 1 };
  if (piece.endsWith('!')) return { kind: 'action', id: piece.slice(0, -1) };
  return { kind: piece.startsWith('no: ') ? 'advice' : 'other' };
}

const section = [
  'for adults',
  'rest!',
  '## Moves',
  'stop if it hurts',
  '### Chair',
  'walk!',
  'turn!',
  'skip it with thin bones',
  '#### Later',
  'go slowly',
  '### Floor',
  'roll!',
  '## Heat',
  'it may help',
  '### Burns',
  'no: sleep on it',
];

function choose(whole: boolean, ...chosen: readonly string[]): readonly string[] {
  return choosePieces(section, look, new Set(chosen), whole);
}

describe('a section of the edition', () => {
  test('keeps all but the actions that were not chosen, and no heading over nothing', () => {
    const gone = ['rest!', 'turn!', '### Floor', 'roll!'];
    expect(choose(true, 'walk')).toEqual(section.filter((piece) => !gone.includes(piece)));
    expect(choose(true, 'walk', 'rest', 'turn', 'roll')).toEqual(section);
  });
});

describe('a section that is there for a chosen action alone', () => {
  test('has what opens it, what is over and under the action, and every don’t box', () => {
    expect(choose(false, 'walk')).toEqual([
      'for adults',
      '## Moves',
      'stop if it hurts',
      '### Chair',
      'walk!',
      'skip it with thin bones',
      '#### Later',
      'go slowly',
      '## Heat',
      '### Burns',
      'no: sleep on it',
    ]);
  });

  test('with an action that opens it has no part that is about another', () => {
    expect(choose(false, 'rest')).toEqual(['for adults', 'rest!', '## Heat', '### Burns', 'no: sleep on it']);
  });
});
