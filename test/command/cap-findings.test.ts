import { expect, test } from 'vitest';
import { capFindings } from '../../scripts/cap-findings.ts';
import { finding, oneLine, type RuleId } from '../../scripts/findings.ts';

const at = (rule: RuleId, file: string, line: number, message = 'Unexpected a, expected b: mend it') =>
  finding(rule, { file, position: { start: { line, column: 1 }, end: { line, column: 1 } } }, message);

test('of one rule in one file twenty are printed, then how many more there are', () => {
  const many = Array.from({ length: 5000 }, (_, index) => at('image-missing', 'a.md', index + 1));
  const lines = capFindings([...many, at('link-dead', 'a.md', 9999), at('image-missing', 'b.md', 1)]).map(oneLine);
  expect(lines).toHaveLength(23);
  expect(lines[20]).toMatch(/^a\.md:21:1 error image-missing Unexpected 4980 more of these from here on/);
  expect(lines.slice(21)).toEqual([
    expect.stringMatching(/^a\.md:9999:1 error link-dead/),
    expect.stringMatching(/^b\.md:1:1/),
  ]);
});

test('a message of half a megabyte is cut', () => {
  const [cut] = capFindings([at('link-dead', 'a.md', 1, 'x'.repeat(500_000))]);
  expect(cut?.message).toHaveLength(601);
});
