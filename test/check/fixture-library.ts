import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { clinicChecks } from '../../scripts/check/index.ts';
import type { Library, Review } from '../../scripts/model.ts';
import { readLibrary } from '../../scripts/read/library.ts';
import { contentHash } from '../../scripts/review/content-hash.ts';

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

/** What stands in a `reviews.yml` of a fixture for the hash of its guide as it is. */
const asItIs = '0'.repeat(64);

/**
 * Reads all fixtures as one library: a guide or a clinic for each rule and kind, `fence-text-bad`, over `checks/library/`
 * and the project's own words, with the reviews of all of them. One library, so that the reader starts once.
 */
export async function readFixtureLibrary(): Promise<Library> {
  const content = await mkdtemp(path.join(os.tmpdir(), 'guidepress-checks-'));
  try {
    await cp(path.join(root, 'content/languages/en-GB.yml'), path.join(content, 'languages/en-GB.yml'));
    await cp(fixtureFolder('library'), content, { recursive: true });
    for (const rule of await fixtureRules()) {
      const reviews = await readFile(path.join(fixtureFolder(rule), 'reviews.yml'), 'utf8').catch(() => '');
      await appendFile(path.join(content, 'reviews.yml'), reviews);
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
    const library = await readLibrary(content, { cwd: content });
    return { ...library, reviews: library.reviews.map((review) => signed(review, library)) };
  } finally {
    await rm(content, { recursive: true });
  }
}

function signed(review: Review, library: Library): Review {
  const guide = library.guides.find(({ id }) => id === review.guide);
  const translation = guide?.translations.get(review.language);
  if (review.hash !== asItIs || guide === undefined || translation === undefined) return review;
  const country = library.places.get(review.place ?? '') ?? null;
  return { ...review, hash: contentHash({ guide, translation, country }, library) };
}
