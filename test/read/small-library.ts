import { words } from '../../templates/words.ts';
import type { Finding } from '../../scripts/findings.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const wordLines = Object.keys(words).map((name) => `  ${name}: ${name}!`);

/** Files of the least library: one language, one place, one guide of one section. */
export const smallLibrary: Readonly<Record<string, string>> = {
  'content/library.yml': 'publisher: Us\nlanguage: en-GB\nplace: GB\n',
  'content/languages/en-GB.yml': [
    'name: English\ndirection: ltr\ndecimal: "."',
    `months: [${months.join(', ')}]`,
    'words:',
    ...wordLines,
    '',
  ].join('\n'),
  'content/places/GB.yml': 'name: United Kingdom\nemergency: {say: 999, dial: 999}\nurgent: {say: 111, dial: 111}\n',
  'content/guides/back/guide.yml': 'title: Back\ndate: 2026-01-02\n',
  'content/guides/back/en-GB/01-start.md': '# Start\n\nText.\n',
};

/** Findings without their explanation: `file:line:column rule`. */
export function inShort(findings: readonly Finding[]): string[] {
  return findings.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
}
