import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { figures } from './figures.ts';

/*
 * Draws every figure; the guides share them:
 * npx tsx scripts/draw/draw.ts content/shared/figures
 */

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Expected a folder to draw into, got none');
mkdirSync(folder, { recursive: true });
for (const [name, draw] of Object.entries(figures)) writeFileSync(path.join(folder, `${name}.svg`), draw());
