import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Measured } from '../figures.ts';
import { canSeeProcesses } from '../process-tree.ts';
import type { Stage } from '../stage.ts';

/** One guide in the names of many clinics, by one command: time for each artifact, peak memory; then the same again. */
export async function measureClinics(stage: Stage): Promise<readonly Measured[]> {
  const content = path.join(await stage.empty(), 'content');
  await cp(await stage.copies(1), content, { recursive: true });
  const ids = Array.from({ length: stage.scale.clinics }, (_, index) => `clinic-${String(index + 1).padStart(2, '0')}`);
  for (const [index, id] of ids.entries()) await writeClinic(path.join(content, 'clinics', id), index);
  const words = ids.flatMap((id) => ['--clinic', id]);
  const out = await stage.empty();
  stage.progress(`${ids.length} clinics`);
  const first = await stage.build(content, out, words);
  stage.progress(`${ids.length} clinics again`);
  const second = await stage.build(content, out, words);
  if (second.artifacts.length > 0)
    throw new Error(
      `Expected nothing to do, got ${second.artifacts.length} products: did a source file change meanwhile?`,
    );
  // To look at memory takes time, so that is a run of its own.
  if (canSeeProcesses()) stage.progress(`${ids.length} clinics, memory`);
  const watched = canSeeProcesses() ? await stage.build(content, await stage.empty(), words, true) : null;
  const count = first.artifacts.length;
  const note = `${ids.length} clinics, ${count} artifacts of one guide`;
  return [
    { part: 'clinics', what: 'an artifact', unit: 'ms', samples: [(first.seconds * 1000) / count], note },
    {
      part: 'clinics',
      what: 'again, nothing to do',
      unit: 's',
      samples: [second.seconds],
      against: { what: 'the first time', samples: [first.seconds] },
    },
    ...(watched?.seen
      ? [{ part: 'clinics', what: 'peak memory', unit: 'MB', samples: [watched.seen.peak.bytes / 1e6], note } as const]
      : []),
  ];
}

/** A clinic like no other: its name, number, address and colour are its own. */
async function writeClinic(folder: string, index: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const hue = ['#0b4f63', '#5f2a63', '#0a4d2c', '#4a1d6b', '#6b2a1d'][index % 5];
  const number = 960_100 + index;
  await writeFile(
    path.join(folder, 'clinic.yml'),
    `name: Example Clinic ${index + 1}\naddress: [${index + 1} Example Street]\nphones: ['01632 ${number}']\nurl: https://clinic-${index + 1}.example.org/\nlogo: logo.svg\ncolours: { brand: '${hue}' }\n`,
  );
  const mark = `<path fill="${hue}" d="M0 0h${10 + index}v10H0z"/>`;
  const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">${mark}</svg>`;
  await writeFile(path.join(folder, 'logo.svg'), logo);
}
