import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { exit, UsageError } from './exit.ts';

/** `guidepress new guide ID`: a small guide that passes every check, to be written over. Resolves to the exit code. */
export async function create(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { content: { type: 'string', default: 'content' }, language: { type: 'string', default: 'en-GB' } },
    allowPositionals: true,
  });
  const [what, id] = positionals;
  if (what !== 'guide' || id === undefined)
    throw new UsageError('Expected `guidepress new guide ID`, as in `guidepress new guide heat-stroke`');
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
    throw new UsageError(`Unexpected id \`${id}\`, expected small letters, digits and hyphens, as in \`heat-stroke\``);
  }
  const folder = path.join(values.content, 'guides', id);
  if (await stat(folder).catch(() => null))
    throw new UsageError(`Unexpected folder ${folder}, expected none yet: choose another id`);
  const title = `${id[0]?.toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
  for (const [name, text] of Object.entries(files(title, values.language))) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
    process.stdout.write(`${file}\n`);
  }
  process.stdout.write(`Write over these words, then: guidepress check ${id} && guidepress build ${id}\n`);
  return exit.made;
}

function files(title: string, language: string): Record<string, string> {
  return {
    'guide.yml': `title: ${title}\npromise: Say in one short sentence what the reader gains.\ndate: 2026-01-01\nversion: '0.1'\nhandout:\n  pages: 2\n`,
    [`${language}/01-get-help-first.md`]: `---
in: [handout, guide, ebook, web]
---
# Get help first

:::emergency
- write a sign that cannot wait
- write another sign
:::

:::urgent
- write a sign for the same day
:::

:::routine
- write a sign for days to weeks
:::

:::ask-first
- write who should ask before trying this
:::

:::steps
1. **Check for warning signs.** Get help first if one fits you.
2. **Say the second step.** Say how.
3. **Say the third step.** Say how.
:::
`,
    [`${language}/02-what-you-can-do.md`]: `---
in: [handout, guide, ebook, web]
---
# What you can do

Say why this helps, and how sure that is.

:::action{#first-action}
**Name the action**: say how much

1. Say what to do first.
2. Say what to do next.
:::
`,
  };
}
