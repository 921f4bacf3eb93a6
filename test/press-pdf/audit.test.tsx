import { describe, expect, test } from 'vitest';
import type { Child } from '../../templates/jsx/jsx-runtime.ts';
import { auditText } from '../../scripts/press/pdf/audit.ts';
import { composedBlocks } from '../../scripts/press/pdf/composed-blocks.ts';
import { elementsOf, page } from './publication.ts';

const block = (text: string, page = 0) => ({ text, page });
const audit = (body: Child, blocks: readonly { text: string; page: number }[], untagged: string[][] = []) =>
  auditText(composedBlocks(elementsOf(body)), { pages: 2, blocks, untagged }, page);

describe('composed blocks', () => {
  test('hold labels, alternative texts and cells in reading order, and nothing that is silent', () => {
    const body = (
      <section>
        <h2>Heat</h2>
        <ol start="2">
          <li>
            Wrap <strong>it</strong>
          </li>
          <li>
            <span class="lb">B</span>
            <p>Wait</p>
          </li>
        </ol>
        <p>
          <span class="box" data-field="a"></span>Done<span data-artifact>!</span>
        </p>
        <figure>
          <img src="x" alt="A hand" />
          <figcaption>Hold</figcaption>
        </figure>
      </section>
    );
    const texts = composedBlocks(elementsOf(body)).map(({ text }) => text);
    expect(texts).toEqual(['Heat', '2.', 'Wrap it', 'B', 'Wait', 'Done', 'A hand', 'Hold']);
  });

  test('know the ids that start in them', () => {
    const body = (
      <section id="s">
        <h2 id="h">Heat</h2>
        <ul>
          <li id="i">
            x <a id="j">y</a>
          </li>
        </ul>
      </section>
    );
    expect(composedBlocks(elementsOf(body))).toEqual([
      { text: 'Heat', ids: ['s', 'h'], keys: [] },
      { text: '•', ids: ['i'], keys: [] },
      { text: 'x y', ids: ['j'], keys: [] },
    ]);
  });
});

describe('the text audit', () => {
  test('passes the same text cut in other blocks, with other spaces and ligatures', () => {
    const { problem } = audit(
      <div>
        <p>Fill the office</p>
        <p>Wait.</p>
      </div>,
      [block('Fill '), block('the of\u{FB01}ce Wait')],
    );
    expect(problem).toBeNull();
  });

  test('catches 10 and 15 that changed places, and says where', () => {
    const { problem } = audit(<p>Rest for 10 to 15 minutes</p>, [block('Rest for 15 to 10 minutes', 1)]);
    expect(problem).toBe(
      'Unexpected text “Rest for 15 to 10 minutes” on page 2 of the PDF, expected “Rest for 10 to 15 minutes”: look for styles that hide, move or draw text as a picture, or report it',
    );
  });

  test('catches a block that is missing in the middle and at the end', () => {
    expect(
      audit(
        <div>
          <p>one</p>
          <p>two</p>
          <p>three</p>
        </div>,
        [block('one'), block('three')],
      ).problem,
    ).toContain('“two”');
    expect(
      audit(
        <div>
          <p>one</p>
          <p>two</p>
        </div>,
        [block('one')],
      ).problem,
    ).toContain('at the end of the PDF, expected “two”');
  });

  test('catches text that nobody composed', () => {
    expect(audit(<p>one</p>, [block('one'), block('Advertisement')]).problem).toContain('“advertisement” at the end');
  });

  test('catches two blocks that changed places', () => {
    expect(
      audit(
        <div>
          <p>one</p>
          <p>two</p>
        </div>,
        [block('two'), block('one')],
      ).problem,
    ).toContain('“one”');
  });

  test('passes right-to-left letters in any order, but numbers only in sequence', () => {
    const body = <p>ارتح من 10 إلى 15 دقيقة</p>;
    expect(audit(body, [block('حترا من 10 إلى 15 ةقيقد')]).problem).toBeNull();
    expect(audit(body, [block('ارتح من 15 إلى 10 دقيقة')]).problem).toContain('15 إلى 10');
  });

  test('does not let right-to-left letters move to another block', () => {
    expect(
      audit(
        <div>
          <p>واحد</p>
          <p>اثنان</p>
        </div>,
        [block('اثنان'), block('واحد')],
      ).problem,
    ).not.toBeNull();
  });

  test('knows the page on which each block starts', () => {
    const { starts } = audit(
      <div>
        <h2 id="a">one</h2>
        <h2 id="b">two</h2>
      </div>,
      [block('one', 0), block('two', 1)],
    );
    expect(starts).toEqual([0, 1]);
  });

  test('lets nothing but the margin boxes stand outside of tags', () => {
    const furniture = { ...page, foot: ['Knees', 'Page {page} of {pages}'], firstFoot: ['Knees', ''] } as const;
    const pdf = { pages: 2, blocks: [block('x')] };
    const composed = composedBlocks(elementsOf(<p>x</p>));
    const untagged = [['Knees'], ['Kne', 'es', '2', 'Page of 2']];
    expect(auditText(composed, { ...pdf, untagged }, furniture).problem).toBeNull();
    expect(auditText(composed, { ...pdf, untagged: [['Knees', 'Warning:']] }, furniture).problem).toContain('Warning');
    expect(auditText(composed, { ...pdf, untagged: [[]] }, furniture).problem).toContain('expected “Knees”');
  });
});
