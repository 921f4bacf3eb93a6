import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { byNaturalOrder } from './natural-order.ts';
import type { Reading } from './reading.ts';

/** Notes the texts in a language's folder that are no sections for want of the right ending: nobody would miss them. */
export async function reportUnreadTexts(folder: string, { report, shown }: Reading): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  const names = entries.filter((entry) => entry.isFile() && isText(entry.name)).map(({ name }) => name);
  for (const name of names.sort(byNaturalOrder)) {
    const expected = /\.ya?ml$/i.test(name) ? '`words.yml` alone' : 'a name that ends in `.md`';
    const message = `Unexpected file that is not read, expected ${expected}: rename or move it`;
    report('file-ignored', { file: shown(join(folder, name)) }, message);
  }
}

/** Notes a file beside guide.yml that counts only elsewhere. `root` is the content folder. */
export function reportMisplaced(name: string, folder: string, root: string, { report, shown }: Reading): void {
  if (!contentFiles.includes(name)) return;
  const message = `Unexpected \`${name}\` beside guide.yml, expected it in ${shown(join(root, name))}: move what it says there`;
  report('file-ignored', { file: shown(join(folder, name)) }, message);
}

/** Files of which a library has one, for all guides. */
const contentFiles: readonly string[] = ['facts.yml', 'references.yml'];

/** Of the kinds that people write sections in, by mistake or by another tool's habit. */
function isText(name: string): boolean {
  if (name.startsWith('.') || name === 'words.yml') return false;
  return /\.(?:txt|text|mdx|mkd|mkdn|mdown|mdwn|rst|adoc|docx?|odt|rtf|html?|ya?ml)$/i.test(name);
}
