import { expect, test } from 'vitest';
import { arrange } from '../../templates/parts/arrange.ts';
import type { Block } from '../../templates/view.ts';

/** `p` prose, `f` figure, `h` heading, `a` action, `d` do, `n` don’t; numbered by place. */
function arranged(letters: string, onPaper: boolean): string {
  const kinds = { p: 'prose', f: 'figure', h: 'heading', a: 'action', d: 'do', n: 'dont' } as const;
  const blocks = [...letters].map((letter, index) => ({
    kind: kinds[letter as keyof typeof kinds],
    name: `${letter}${index}`,
  }));
  const groups = arrange(blocks as unknown as Block[], onPaper) as unknown as { name: string }[][];
  return groups.map((group) => group.map(({ name }) => name).join('+')).join(' ');
}

test('actions that follow each other stand together, and so do a do and a don’t', () => {
  expect(arranged('paahdnd', false)).toBe('p0 a1+a2 h3 d4+n5 d6');
});

test('on paper the text after a figure runs past it, or else the text before it', () => {
  expect(arranged('hfp', true)).toBe('h0 f1+p2');
  expect(arranged('pfh', true)).toBe('f1+p0 h2');
  expect(arranged('pffh', true)).toBe('f1+f2+p0 h3');
  expect(arranged('pfp', true)).toBe('p0 f1+p2');
  expect(arranged('hfh', true)).toBe('h0 f1 h2');
});

test('on a screen the author’s order stays', () => {
  expect(arranged('pfhfp', false)).toBe('p0 f1 h2 f3 p4');
});
