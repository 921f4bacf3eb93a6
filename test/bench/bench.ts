import { cpus, loadavg, totalmem } from 'node:os';
import { generator } from '../../scripts/version.ts';
import { figuresOf, type Figures, type Measured } from './figures.ts';
import { readOptions } from './options.ts';
import { measureGuides, measureHandouts } from './parts/against-raw.ts';
import { measureCold, measureEdited, measureNoChange } from './parts/builds.ts';
import { measureClinics } from './parts/clinics.ts';
import { measureGrowth } from './parts/growth.ts';
import { measureMemory } from './parts/memory.ts';
import { measureSizes } from './parts/sizes.ts';
import { counted, tableOf, type Report } from './report.ts';
import { Stage } from './stage.ts';

/*
 * `npm run bench`: how long the real command takes, beside raw Chrome, and how much memory and room. Figures go to stdout,
 * progress to stderr. It ends with 0 when all was measured, whatever came out.
 */

/** THE TABLE of parts, in the order in which they are measured. */
const parts = {
  cold: measureCold,
  'no-change': measureNoChange,
  edited: measureEdited,
  handouts: measureHandouts,
  guides: measureGuides,
  memory: measureMemory,
  sizes: measureSizes,
  growth: measureGrowth,
  clinics: measureClinics,
} satisfies Record<string, (stage: Stage) => Promise<readonly Measured[]>>;

const stop = new AbortController();
const stopped = new Promise<never>((_, reject) =>
  stop.signal.addEventListener('abort', () => reject(new Error('Stopped'))),
);
// Nobody may be waiting for it yet.
stopped.catch(() => {});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
try {
  await bench(process.argv.slice(2));
} catch (error) {
  process.stderr.write(stop.signal.aborted ? 'Stopped\n' : `${(error as Error).message}\n`);
  // What is read in this process may still be read.
  process.exit(stop.signal.aborted ? 130 : 1);
}

async function bench(words: readonly string[]): Promise<void> {
  const options = readOptions(words, Object.keys(parts));
  const started = loadavg()[0] ?? 0;
  const stage = await Stage.open(options.scale, stop.signal, (line) => void process.stderr.write(`bench: ${line}\n`));
  const rows: Figures[] = [];
  try {
    for (const [name, measure] of Object.entries(parts)) {
      if (options.parts.includes(name))
        rows.push(...(await Promise.race([measure(stage), stopped])).map(judgedAt(options.short)));
    }
  } finally {
    await stage.close();
  }
  const report: Report = { generator, short: options.short, counted, machine: machineNow(started), rows };
  process.stdout.write(`${options.json ? JSON.stringify(report) : tableOf(report)}\n`);
}

/** A short run is all start: only what does not depend on scale is held against its target. */
function judgedAt(short: boolean): (measured: Measured) => Figures {
  return ({ target, ...rest }) => {
    const judged = target !== undefined && (!short || rest.part === 'no-change');
    return figuresOf(judged ? { ...rest, target } : rest);
  };
}

function machineNow(loadBefore: number): Report['machine'] {
  const [processor] = cpus();
  return {
    node: process.version,
    processor: processor?.model ?? 'unknown',
    cores: cpus().length,
    'memory (GB)': Math.round(totalmem() / 1e9),
    'load before': loadBefore.toFixed(1),
    'load after': (loadavg()[0] ?? 0).toFixed(1),
  };
}
