import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';

/** The guide that copies are made of: the longest of the library. */
export const original = 'upper-back-pain';

/**
 * Makes a content folder of `count` guides out of one: other ids, other titles, and a remark in each section, so that no two
 * are equal and nothing is gained by knowing one of them already.
 */
export async function copyGuide(content: string, to: string, count: number): Promise<void> {
  const guides = path.join(content, 'guides');
  await cp(content, to, { recursive: true, filter: (from) => !from.startsWith(guides + path.sep) });
  for (let number = 1; number <= count; number++) {
    const name = String(number).padStart(4, '0');
    const folder = path.join(to, 'guides', `${original}-${name}`);
    // English alone: what is measured is the number of guides.
    await cp(path.join(guides, original), folder, { recursive: true, filter: (from) => !isOtherLanguage(from) });
    await rewrite(path.join(folder, 'guide.yml'), (text) => retitled(text, name));
    await rewrite(path.join(folder, 'safety.lock.yml'), lockOfEnglish);
    for (const file of await sectionsIn(folder)) await rewrite(file, (text) => `${text}\n<!-- copy ${name} -->\n`);
  }
}

function isOtherLanguage(folder: string): boolean {
  return /^[a-z]{2}(?:-[A-Z]{2})?$/.test(path.basename(folder)) && !isEnglish(path.basename(folder));
}

function isEnglish(tag: string): boolean {
  return tag.startsWith('en-');
}

/** What was accepted in other languages would be missed. */
function lockOfEnglish(text: string): string {
  const lock: Readonly<Record<string, unknown>> = parse(text);
  return stringify(Object.fromEntries(Object.entries(lock).filter(([tag]) => isEnglish(tag))));
}

function retitled(text: string, name: string): string {
  const guide: GuideYaml = parse(text);
  const { title, promise } = guide;
  return stringify({
    ...guide,
    translated: undefined,
    title: `${inEnglish(title)} ${name}`,
    promise: inEnglish(promise),
  });
}

interface GuideYaml {
  readonly title: string | { readonly en: string };
  readonly promise: string | { readonly en: string };
  readonly translated?: unknown;
}

function inEnglish(words: string | { readonly en: string }): string {
  return typeof words === 'string' ? words : words.en;
}

/** Sections that hold a text of their own; one with `same-as` may not. */
async function sectionsIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

async function rewrite(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (!/^same-as:/m.test(text)) await writeFile(file, change(text));
}
