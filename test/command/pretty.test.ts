import { expect, test } from 'vitest';
import { finding } from '../../scripts/findings.ts';
import { prettyFindings } from '../../scripts/pretty.ts';

const plain = { colour: false, width: 80 };

function at(file: string, line: number, column: number) {
  return finding('fence-text', { file, position: { start: { line, column }, end: { line, column } } }, 'Unexpected x');
}

/** The frame of one finding in one line: the line shown, and what stands above the mark. */
function frameOf(source: string, column: number, width = 80): { shown: string; mark: string } {
  const text = prettyFindings([at('a.md', 1, column)], new Map([['a.md', source]]), { colour: false, width });
  const lines = text.split('\n');
  const index = lines.findIndex((line) => line.includes('^'));
  return { shown: lines[index - 1] ?? '', mark: lines[index] ?? '' };
}

test('findings stand by file, each with its line, mark, rule and url, the count at the end', () => {
  const sources = new Map([
    ['a.md', '# A\r\n\r\n::: tip\r\n'],
    ['b.md', ''],
  ]);
  const note = finding('unreviewed', { file: 'b.md' }, 'Unexpected guide');
  expect(prettyFindings([note, at('a.md', 3, 5), at('a.md', 1, 1)], sources, plain)).toBe(
    [
      'a.md',
      '',
      '  1:1 error Unexpected x',
      '     1 | # A',
      '       | ^',
      '    fence-text, see CHECKS.md#fence-text',
      '',
      '  3:5 error Unexpected x',
      '     3 | ::: tip',
      '       |     ^^^',
      '    fence-text, see CHECKS.md#fence-text',
      '',
      'b.md',
      '',
      '  1:1 note Unexpected guide',
      '    unreviewed, see CHECKS.md#unreviewed',
      '',
      '2 errors, 0 warnings, 1 note',
      '',
    ].join('\n'),
  );
});

test('a file that cannot be read has findings without a frame', () => {
  expect(prettyFindings([at('gone.md', 7, 1)], new Map(), plain)).not.toContain('|');
});

test('the mark stands below its word after wide characters, tabs and combining marks', () => {
  expect(frameOf('温かい\tx̌ here', 8)).toEqual({ shown: '     1 | 温かい x̌ here', mark: '       |          ^^^^' });
});

test('of a long line the part around the place is shown', () => {
  const { shown, mark } = frameOf(`${'word '.repeat(100)}HERE ${'word '.repeat(100)}`, 501, 60);
  expect(shown.length).toBeLessThanOrEqual(60);
  expect(shown.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('HERE');
  expect(shown).toMatch(/\| ….*…$/);
});

test('an author’s text cannot steer the terminal', () => {
  const text = prettyFindings([at('a\u001b[2J.md', 1, 1)], new Map([['a\u001b[2J.md', '\u001b]0;x\u0007 \u202Eab']]), {
    colour: false,
    width: 80,
  });
  // oxlint-disable-next-line no-control-regex -- these are the ones
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
});

test('colours are there only where they are asked for', () => {
  const sources = new Map([['a.md', 'x']]);
  const coloured = prettyFindings([at('a.md', 1, 1)], sources, { colour: true, width: 80 });
  expect(coloured).toContain('\u001b[31merror\u001b[0m');
  // oxlint-disable-next-line no-control-regex -- these are the ones
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(prettyFindings([at('a.md', 1, 1)], sources, plain));
});
