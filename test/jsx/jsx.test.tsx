import { expect, test } from 'vitest';
import type { Child, Markup } from '../../templates/jsx/jsx-runtime.ts';

function Note({ kind, children }: { kind: string; children?: Child }): Markup {
  return <p class={`note ${kind}`}>{children}</p>;
}

test('a component becomes a hast element with its children laid flat', () => {
  const made = (
    <Note kind="warm">
      {['a', null, [1, false]]}
      <b>c</b>
    </Note>
  );
  expect(made).toEqual({
    type: 'element',
    tagName: 'p',
    properties: { className: ['note', 'warm'] },
    children: [
      { type: 'text', value: 'a' },
      { type: 'text', value: '1' },
      { type: 'element', tagName: 'b', properties: {}, children: [{ type: 'text', value: 'c' }] },
    ],
  });
});

test('attributes are written as in HTML and stored as hast properties', () => {
  expect(
    <td colspan={2} aria-label="x" data-field="f" hidden={false}>
      t
    </td>,
  ).toMatchObject({ properties: { colSpan: 2, ariaLabel: 'x', dataField: 'f' } });
});
