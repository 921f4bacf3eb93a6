import { expect, test } from 'vitest';
import { describeAccessibility } from '../../scripts/press/epub/accessibility.ts';
import { findPictures } from '../../scripts/press/epub/pictures.ts';
import type { Publication } from '../../scripts/model.ts';
import { chapter, drawing, englishBook } from './publication.tsx';

test('a book with described pictures can be read by ear alone', () => {
  const { modes, sufficient, features, summary } = describe(englishBook());
  expect(modes).toEqual(['textual', 'visual']);
  expect(sufficient).toEqual(['textual', 'textual,visual']);
  expect(features).toContain('alternativeText');
  expect(summary).toBe('All pictures have text alternatives.');
});

test('a book of text claims no text alternatives', () => {
  const documents = [chapter('one', 'One', 'bodymatter', <p>Text</p>)];
  const { modes, features, summary } = describe(englishBook({ documents }));
  expect(modes).toEqual(['textual']);
  expect(features).toEqual(['tableOfContents', 'readingOrder', 'displayTransformability', 'unlocked']);
  expect(summary).toBe('The book is text without pictures.');
});

test('decoration alone is no picture', () => {
  const documents = [
    chapter(
      'one',
      'One',
      'bodymatter',
      <p>
        <img src="asset:icon.svg" alt="" />
      </p>,
    ),
  ];
  expect(describe(englishBook({ documents })).modes).toEqual(['textual']);
});

test('one picture without words takes all claims away', () => {
  const documents = [
    ...englishBook().documents,
    chapter(
      'x',
      'X',
      'bodymatter',
      <p>
        <img src="asset:icon.svg" />
      </p>,
    ),
  ];
  const { sufficient, features, summary } = describe(englishBook({ documents }));
  expect(sufficient).toEqual(['textual,visual']);
  expect(features).not.toContain('alternativeText');
  expect(summary).toBeNull();
});

test('a fixed size of type takes away that the display can be changed', () => {
  expect(describe(englishBook({ css: 'p { font-size: 12pt }' })).features).not.toContain('displayTransformability');
  expect(describe(englishBook({ css: 'p { border-top: 4px solid }' })).features).toContain('displayTransformability');
});

test('a moving picture is not said to be harmless', () => {
  const assets = new Map(englishBook().assets).set('asset:icon.svg', drawing('icon.svg', '<animate/>'));
  expect(describe(englishBook({ assets })).hazards).toEqual(['unknown']);
  expect(describe(englishBook()).hazards).toEqual(['none']);
});

function describe(publication: Publication) {
  return describeAccessibility(publication, findPictures(publication));
}
