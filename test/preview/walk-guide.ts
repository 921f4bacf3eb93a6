import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const own = path.resolve(import.meta.dirname, '../../content');

const sections: Readonly<Record<string, string>> = {
  '01-get-help.md': `---
in: [handout, guide, ebook, web]
---

# Get help

:::emergency
- sudden, very bad pain
- weak legs
:::

:::urgent
- fever
:::

:::routine
- no better
:::

:::steps
1. Check for warning signs.
2. Walk a little.
3. Rest.
:::
`,
  '02-walk.md': `---
in: [handout, guide, ebook, web]
---

# Walk a little

Walk each day. Stop if it hurts.

:::action{#easy-walk}
**Walk at an easy pace**: once a day
:::
`,
  '03-rest.md': `# Rest

Then rest for a while.

${'Rest helps the body. It takes time. Be kind to yourself.\n\n'.repeat(60)}`,
};

/** A small library of one guide to write in. */
export interface WalkGuide {
  /** Absolute: where the command is to run. */
  readonly folder: string;
  /** The language's folder. */
  readonly texts: string;
  readonly guide: string;
  /** Writes the guide as it was at first. */
  readonly restore: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Writes a library with a guide of three sections, in British English, into a temporary folder. */
export async function writeWalkGuide(): Promise<WalkGuide> {
  const folder = await mkdtemp(path.join(tmpdir(), 'guidepress-walk-'));
  const content = path.join(folder, 'content');
  const guide = path.join(content, 'guides/walk');
  const texts = path.join(guide, 'en-GB');
  await mkdir(content, { recursive: true });
  for (const file of ['languages/en-GB.yml', 'places/GB.yml']) await cp(path.join(own, file), path.join(content, file));
  await writeFile(path.join(content, 'library.yml'), 'publisher: Test press\nlanguage: en-GB\nplace: GB\n');
  const restore = async (): Promise<void> => {
    await rm(guide, { recursive: true, force: true });
    await mkdir(texts, { recursive: true });
    const settings = 'title: Walking\npromise: A little each day.\ndate: 2026-01-01\nversion: "1"\n';
    await writeFile(path.join(guide, 'guide.yml'), settings);
    for (const [name, text] of Object.entries(sections)) await writeFile(path.join(texts, name), text);
  };
  await restore();
  return { folder, texts, guide, restore, remove: () => rm(folder, { recursive: true, force: true }) };
}
