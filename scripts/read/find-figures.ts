import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { byNaturalOrder } from './natural-order.ts';
import type { Reading } from './reading.ts';

/** The pictures in a guide's `figures/`, as findings show their paths; none without that folder. */
export async function findFigures(folder: string, { shown }: Reading): Promise<readonly string[]> {
  const names = await readdir(join(folder, 'figures')).catch(() => []);
  const pictures = names.filter((name) => /^[^.].*\.(?:svg|png|jpe?g|gif|webp)$/i.test(name));
  return pictures.sort(byNaturalOrder).map((name) => shown(join(folder, 'figures', name)));
}
