import { expect, test } from 'vitest';
import { readContents, type Entry } from '../../scripts/press/epub/contents.ts';
import { chapter, englishBook } from './publication.tsx';

test('headings nest below the last higher one, whatever levels are left out', () => {
  const body = (
    <section>
      <h1 id="title">Title</h1>
      <h3 id="a">A</h3>
      <h2 id="b">B</h2>
      <h3 id="c">C</h3>
      <h4 id="d">D</h4>
      <h2>no id</h2>
      <h2 id="e">
        E
        <a role="doc-noteref" href="#n">
          1
        </a>
      </h2>
      <h1 id="f">F</h1>
    </section>
  );
  const [entry] = readContents(englishBook({ documents: [chapter('one', 'One', 'bodymatter', body)] }));
  expect(entry && outline(entry)).toBe('One(A B(C) E F)');
});

test('a heading without an id is found by the section that it opens, and only that one', () => {
  const body = (
    <section id="one-whole">
      <h1>One</h1>
      <section id="card">
        <div>
          <h2>Now</h2>
        </div>
        <h2>Lost</h2>
      </section>
    </section>
  );
  const [entry] = readContents(englishBook({ documents: [chapter('one', 'One', 'bodymatter', body)] }));
  expect(entry?.entries).toEqual([{ title: 'Now', href: 'one.xhtml#card', entries: [] }]);
});

test('a document that is not in contents gives no line', () => {
  const about = { ...chapter('about', 'About', 'backmatter', <h1>About</h1>), inContents: false };
  const documents = [chapter('one', 'One', 'bodymatter', <h1>One</h1>), about];
  expect(readContents(englishBook({ documents })).map(outline)).toEqual(['One']);
});

test('a book with nothing in contents is our mistake', () => {
  expect(() => readContents(englishBook({ documents: [] }))).toThrow('Expected a document that is in contents');
});

function outline({ title, entries }: Entry): string {
  return entries.length === 0 ? title : `${title}(${entries.map(outline).join(' ')})`;
}
