import { dirname } from 'node:path';
import type { SafetyLock } from '../model.ts';
import type { Reading } from './reading.ts';
import { safetyLockSchema } from './schemas.ts';
import { readYamlFile } from './yaml-file.ts';

/** The lock's file in a guide's folder. */
export const safetyLockName = 'safety.lock.yml';

/** Reads what was accepted as safe; null without the file, or where it gives nothing. */
export async function readSafetyLock(path: string, reading: Reading): Promise<SafetyLock | null> {
  const yaml = await readYamlFile(path, safetyLockSchema, reading, { optional: true, within: dirname(path) });
  if (yaml === null) return null;
  return new Map(Object.entries(yaml.value).map(([tag, groups]) => [tag, new Map(Object.entries(groups))]));
}
