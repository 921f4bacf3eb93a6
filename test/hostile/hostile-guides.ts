import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hugePng } from '../long/png.ts';

/** What stands in the files outside the guides; no product may hold it. */
export const canary = 'CANARY-7Q2X';

/** Folders of the guides that `writeHostileGuides` writes. */
export interface HostileGuides {
  /** Attacks by pictures, scripts, links and unclosed tags: test/corpus-hostile. */
  readonly attacks: string;
  /** Lists by their depth; `line` is 1,000 deep on one line, so that its size does not stop it. */
  readonly deep: Readonly<Record<90 | 200 | 1000 | 'line', string>>;
  /** A PNG of 30,000 × 30,000 pixels. */
  readonly bomb: string;
  /** A guide that does no harm. */
  readonly harmless: string;
}

const fixtures = path.resolve(import.meta.dirname, '../corpus-hostile');

/** Writes the guides into `folder`, and beside them the files outside that they reach for. `port` is a listener's. */
export async function writeHostileGuides(folder: string, port: number): Promise<HostileGuides> {
  const outside = path.join(folder, 'outside');
  await mkdir(outside);
  await writeFile(path.join(outside, 'canary.txt'), canary);
  await writeFile(
    path.join(outside, 'canary.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><desc>${canary}</desc><text id="words">${canary}</text></svg>`,
  );
  const attacks = path.join(folder, 'attacks');
  await cp(fixtures, attacks, { recursive: true });
  for (const name of await readdir(attacks)) {
    const file = path.join(attacks, name);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replaceAll('PORT', String(port)).replaceAll('OUTSIDE', outside));
  }
  await symlink(path.join(outside, 'canary.svg'), path.join(attacks, 'linked.svg'));
  return {
    attacks,
    deep: {
      90: await writeList(folder, 90),
      200: await writeList(folder, 200),
      1000: await writeList(folder, 1000),
      line: await writeGuide(
        folder,
        'deep-line',
        `# A list that is 1,000 deep

${'- '.repeat(1000)}deep
`,
      ),
    },
    bomb: await writeGuide(folder, 'bomb', '# A big picture\n\n![a big picture](big.png)\n', {
      'big.png': hugePng(30_000, 30_000),
    }),
    harmless: await writeGuide(folder, 'harmless', '# A guide that does no harm\n\nWords.\n'),
  };
}

async function writeList(folder: string, depth: number): Promise<string> {
  const levels = Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- level ${level + 1}\n`);
  return writeGuide(folder, `deep-${depth}`, `# A list that is ${depth} deep\n\n${levels.join('')}`);
}

async function writeGuide(
  folder: string,
  id: string,
  markdown: string,
  files: Readonly<Record<string, Uint8Array>> = {},
): Promise<string> {
  const guide = path.join(folder, id);
  await mkdir(guide);
  await writeFile(path.join(guide, `${id}.md`), markdown);
  for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(guide, name), bytes);
  return guide;
}
