import { dirname } from 'node:path';
import type { Review } from '../model.ts';
import { reviewsSchema } from './clinic-schemas.ts';
import type { Reading } from './reading.ts';
import { readYamlFile } from './yaml-file.ts';

/** The file of what was signed, in a clinic's folder or in `content/`. */
export const reviewsName = 'reviews.yml';

/** Reads a `reviews.yml`, in the file's order; none without the file. */
export async function readReviews(path: string, reading: Reading): Promise<readonly Review[]> {
  const yaml = await readYamlFile(path, reviewsSchema, reading, { optional: true, within: dirname(path) });
  if (yaml === null) return [];
  const { file, value, at } = yaml;
  return value.map(({ place = null, ...review }, index) => ({ ...review, place, file, line: at([index]).start.line }));
}
