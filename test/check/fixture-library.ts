import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { clinicChecks } from '../../scripts/check/index.ts';
import type { Library } from '../../scripts/model.ts';
import { readLibrary } from '../../scripts/read/library.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Where the fixtures of a rule are: `bad/` and `good/`, each the folder of a guide or of a clinic, and `messages.txt`. */
export function fixtureFolder(rule: string): string {
  return path.join(root, 'test/fixtures/checks', rule);
}

/** The ids that have fixtures, sorted. */
export async function fixtureRules(): Promise<readonly string[]> {
  const names = await readdir(fixtureFolder(''));
  return names.filter((name) => name !== 'library').sort();
}

/**
 * Reads all fixtures as one library: a guide or a clinic for each rule and kind, `fence-text-bad`, over `checks/library/`
 * and the project's own words. One library, so that the reader starts once.
 */
export async function readFixtureLibrary(): Promise<Library> {
  const content = await mkdtemp(path.join(os.tmpdir(), 'guidepress-checks-'));
  try {
    await cp(path.join(root, 'content/languages/en-GB.yml'), path.join(content, 'languages/en-GB.yml'));
    await cp(fixtureFolder('library'), content, { recursive: true });
    for (const rule of await fixtureRules()) {
      for (const kind of ['bad', 'good']) {
        if (clinicChecks.some(({ id }) => id === rule)) {
          await cp(path.join(fixtureFolder(rule), kind), path.join(content, 'clinics', `${rule}-${kind}`), {
            recursive: true,
          });
          continue;
        }
        const guide = path.join(content, 'guides', `${rule}-${kind}`);
        await mkdir(guide, { recursive: true });
        await writeFile(path.join(guide, 'guide.yml'), `title: ${rule}, ${kind}\n`);
        await cp(path.join(fixtureFolder(rule), kind), guide, { recursive: true });
      }
    }
    return await readLibrary(content, { cwd: content });
  } finally {
    await rm(content, { recursive: true });
  }
}
