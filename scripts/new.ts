import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { exit, UsageError } from './exit.ts';

/** `guidepress new guide ID`, `new clinic ID`: a small guide or clinic that passes every check, to be written over. Resolves to the exit code. */
export async function create(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { content: { type: 'string', default: 'content' }, language: { type: 'string', default: 'en-GB' } },
    allowPositionals: true,
  });
  const [what, id] = positionals;
  if ((what !== 'guide' && what !== 'clinic') || id === undefined) {
    const examples = '`guidepress new guide heat-stroke` or `guidepress new clinic riverside`';
    throw new UsageError(`Expected \`guidepress new guide ID\` or \`guidepress new clinic ID\`, as in ${examples}`);
  }
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
    throw new UsageError(`Unexpected id \`${id}\`, expected small letters, digits and hyphens, as in \`heat-stroke\``);
  }
  const folder = path.join(values.content, `${what}s`, id);
  if (await stat(folder).catch(() => null))
    throw new UsageError(`Unexpected folder ${folder}, expected none yet: choose another id`);
  const title = `${id[0]?.toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
  const made = what === 'guide' ? guideFiles(title, values.language) : { 'clinic.yml': clinicFile(title) };
  for (const [name, text] of Object.entries(made)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
    process.stdout.write(`${file}\n`);
  }
  const next =
    what === 'guide'
      ? `Write over these words, then: npx guidepress check ${id} && npx guidepress build ${id}`
      : `Fill in what you have, then: npx guidepress check && npx guidepress build --clinic ${id}`;
  process.stdout.write(`${next}\n`);
  return exit.made;
}

function guideFiles(title: string, language: string): Record<string, string> {
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

/** Nothing is invented: what only the clinic knows waits as a comment. */
function clinicFile(name: string): string {
  return `# What patients see of the clinic. Take the # off a line to use it; what stays out is not printed.
# One text for all languages, or one for each:  name: { en: Riverside, es: Riverside, ar: ... }
name: ${name}

# The country, by its file in places/. Emergency numbers come from there: never write them here.
# place: GB

# As on an envelope, a line each.
# address:
#   - 1 High Street
#   - Your town

# Without a number, handouts leave a line to write one on. dial: what a phone dials, with the country's code.
# phones:
#   - label: Reception
#     say: 01632 960 123
#     dial: '+441632960123'

# hours: Monday to Friday, 8 am to 6 pm

# Your web page: handouts print a code to scan.
# url: https://www.example.org/

# A picture in this folder: SVG, or PNG of at least 54 pixels in height.
# logo: logo.svg

# Measured for contrast: a colour that is hard to read is an error that names the nearest one that is not.
# colours:
#   brand: '#0b4f63'
#   brand-tint: '#e4eff3'
#   on-brand: '#ffffff'

# What you hand out; without these, all of it.
# paper: a4
# languages: [en-GB]
# editions: [handout, checklist]
`;
}
