import { createHash } from 'node:crypto';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planOrders } from '../../scripts/plan/orders.ts';
import { ownOrder } from '../../scripts/plan/own-order.ts';
import { pressCopy } from '../../scripts/press-copy.ts';
import { readLibrary } from '../../scripts/read/library.ts';
import { Workplace } from '../faults/workplace.ts';
import { bin, familyOf, isAlive, killAll } from '../long/measured-run.ts';
import { share } from '../long/share.ts';
import { readPages } from '../pages/read-pages.ts';
import { allFiles, filesHolding, holds, namelessFiles } from './traces.ts';

/*
 * A patient's own copy leaves nothing behind but itself. The real command is run, as a user types it, and every file that it or its
 * browser could write is looked through for the note's words, while it prints, after it was killed, and at the end.
 */

const marker = 'zQxWalrusMarker';
const cache = path.join(process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'guidepress');
const memory = '/dev/shm';
const hasMemory = existsSync(memory) && statfsSync(memory).type === 0x01021994;
const show =
  'upper-back-pain --edition checklist --language en-GB --paper a4 --clinic none --actions shrugs,warm-pack --note -';

/** After how many looks the command is killed. */
const moments = share({ normal: [8], long: [1, 5, 10, 20, 40, 60, 80, 100] });

let folder = '';

beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'guidepress-traces-')));
  await cp(path.resolve(import.meta.dirname, '../../content'), path.join(folder, 'content'), { recursive: true });
  for (const name of ['home', 'tmp', 'config', 'data', 'run', 'output', 'desk']) await mkdir(path.join(folder, name));
  await writeFile(path.join(folder, 'output/manifest.json'), '{"generator":"x","artifacts":[],"stale":[]}');
  // The browser is unpacked and the program compiled: neither tells of anybody.
  expect(await run(`${show.replace(' --actions shrugs,warm-pack --note -', '')} --to desk/plain.pdf`)).toMatchObject({
    code: 0,
  });
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly said: string;
}

function start(words: string, note = ''): { child: ChildProcess; ended: Promise<Ended> } {
  const at = (name: string): string => path.join(folder, name);
  const child = spawn(process.execPath, [bin, 'build', ...words.split(' ')], {
    cwd: folder,
    env: {
      ...process.env,
      HOME: at('home'),
      TMPDIR: at('tmp'),
      XDG_CONFIG_HOME: at('config'),
      XDG_DATA_HOME: at('data'),
      XDG_RUNTIME_DIR: at('run'),
      XDG_CACHE_HOME: path.dirname(cache),
    },
    stdio: 'pipe',
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on('error', () => {}).end(note);
  const ended = new Promise<Ended>((resolve) => {
    child.on('exit', (code) =>
      // What the pipes still hold comes first.
      setTimeout(
        () =>
          resolve({
            code,
            stdout: Buffer.concat(stdout),
            said: Buffer.concat([...stdout, ...stderr]).toString('latin1'),
          }),
        50,
      ),
    );
  });
  return { child, ended };
}

function run(words: string, note = ''): Promise<Ended> {
  return start(words, note).ended;
}

/** Every file with its bytes' hash. */
function snapshot(): Readonly<Record<string, string>> {
  const files = allFiles(folder).map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]);
  const kept = allFiles(cache).map((file) => [file, `${statSync(file).size} ${statSync(file).mtimeMs}`]);
  return Object.fromEntries([...files, ...kept]) as Record<string, string>;
}

/** Looks through all that is, or was, a file while the command runs, every few milliseconds; everything stands still meanwhile. */
async function watch(child: ChildProcess, most = Number.POSITIVE_INFINITY) {
  const found = new Set<string>();
  let looks = 0;
  while (child.exitCode === null && child.signalCode === null && looks < most) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const family = familyOf(child.pid ?? 0);
    if (family.length < 2) continue;
    looks++;
    for (const pid of family) signal(pid, 'SIGSTOP');
    for (const { was, onDisk, bytes } of namelessFiles(family)) {
      if (hasMemory && onDisk) found.add(`nameless on a disk: ${was}`);
      if (holds(bytes, marker)) found.add(`nameless: ${was}`);
    }
    for (const file of [...filesHolding(folder, marker), ...filesHolding(memory, marker)]) found.add(file);
    for (const pid of family) signal(pid, 'SIGCONT');
  }
  return { found: [...found], looks };
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended.
  }
}

describe('a checklist with chosen actions and a note', () => {
  test('is made, says what was asked, and is all that is new on the disk', async () => {
    const before = snapshot();
    const { child, ended } = start(`${show} --to desk/my.pdf`, `${marker}: walk to the shop daily\n`);
    const { found, looks } = await watch(child);
    const { code, said } = await ended;
    expect({ code, said, found }).toEqual({
      code: 0,
      said: expect.not.stringMatching(/walrus|my\.pdf|shrugs/i),
      found: [],
    });
    // How many depends on the machine: each stops it for a while.
    expect(looks).toBeGreaterThan(4);
    const { [path.join(folder, 'desk/my.pdf')]: made, ...others } = snapshot();
    expect(others).toEqual(before);
    expect(made).toBeDefined();
    expect(statSync(path.join(folder, 'desk/my.pdf')).mode & 0o777).toBe(0o600);
    expect(filesHolding(folder, marker)).toEqual([]);
    const pages = await readPages(readFileSync(path.join(folder, 'desk/my.pdf')));
    const text = pages.map(({ lines }) => lines.map((line) => line.join(' ')).join('\n')).join('\n');
    expect(pages).toHaveLength(1);
    for (const words of [
      'Shrug, then squeeze',
      'Use a warm or a cold pack',
      'From your clinic',
      `${marker}: walk to the shop daily`,
      'call 999',
    ])
      expect(text.replaceAll('\u00a0', ' ')).toContain(words);
    expect(text).not.toMatch(/Walk at an easy pace|Get up and move/);
  }, 120_000);

  test('that is killed in the middle leaves nothing; the next one sweeps up, and goes to standard output alone', async () => {
    const before = snapshot();
    const note = `${marker}: walk to the shop daily\n`;
    for (const most of moments) {
      const { child, ended } = start(`${show} --to desk/killed.pdf`, note);
      const { found } = await watch(child, most);
      killAll([child.pid ?? 0]);
      await ended;
      expect(found).toEqual([]);
      expect([...filesHolding(folder, marker), ...filesHolding(memory, marker)]).toEqual([]);
      await rm(path.join(folder, 'desk/killed.pdf'), { force: true });
    }
    const { code, stdout, said } = await run(`${show} --to -`, note);
    expect({ code, rest: said.slice(stdout.length) }).toEqual({ code: 0, rest: '' });
    expect(stdout.equals(readFileSync(path.join(folder, 'desk/my.pdf')))).toBe(true);
    expect(snapshot()).toEqual(before);
    // Somebody else's build may print just now.
    const owned = /\/guidepress-browser-(\d+)-/;
    expect(allFiles(memory).filter((file) => owned.test(file) && !isAlive(Number(owned.exec(file)?.[1])))).toEqual([]);
  }, 300_000);

  test('with a note that does not fit is refused, and nothing of it is said', async () => {
    const { code, said } = await run(`${show} --to desk/${marker}.pdf`, `${marker}\n`.repeat(60));
    expect({ code, said }).toMatchObject({
      code: 1,
      said: expect.stringMatching(
        /--note:1:1 error note-long Unexpected \d+ mm at 14 pt, expected at most \d+ mm: shorten/,
      ),
    });
    expect(said).not.toContain(marker);
    expect(existsSync(path.join(folder, `desk/${marker}.pdf`))).toBe(false);
  }, 120_000);
});

test('a handout has a short note on page 1, a longer one behind the care cards, its lines kept', async () => {
  const library = await readLibrary(path.join(folder, 'content'), { cwd: folder, only: ['upper-back-pain'] });
  const wish = { languages: ['en-GB'], places: [], editions: ['handout'], papers: ['a4'], clinics: ['none'] } as const;
  const [order] = planOrders(library, { ...wish, today: '2026-06-01', incomplete: new Set() }).orders;
  if (!order) throw new Error('Expected an order');
  const linesOf = async (note: string): Promise<readonly (readonly string[])[]> => {
    const own = ownOrder(order, { actions: ['shrugs', 'warm-pack'], note });
    const { bytes } = await pressCopy(own, library, new AbortController().signal);
    return (await readPages(bytes ?? new Uint8Array())).map(({ lines }) => lines.map((line) => line.join(' ')));
  };
  const short = await linesOf('Walk to the shop daily.');
  expect(short[0]).toContain('From your clinic Walk to the shop daily.');
  const long = await linesOf('Dear patient,\nwalk to the shop daily.\n\nSee you on 3 May.');
  const pages = long.map((lines) => lines.join('|'));
  const box = 'From your clinic|Dear patient,|walk to the shop daily.|See you on 3 May.|';
  expect(pages.map((page) => page.includes(box))).toEqual([false, false, true, false]);
  expect(pages[1]).toContain('Ask a doctor');
}, 120_000);

test('`--to` alone is a plain copy of the product that a build makes', async () => {
  const place = await Workplace.open();
  try {
    await place.writeGuides('Walk a little each day.');
    expect(await place.build('walk', '--edition', 'web')).toMatchObject({ code: 0 });
    expect(await place.build('walk', '--edition', 'web', '--to', 'walk.html')).toMatchObject({ code: 0 });
    const [built, copy] = ['output/walk/en-GB/walk-web.html', 'walk.html'].map((file) =>
      readFileSync(path.join(place.folder, file), 'utf8'),
    );
    expect(copy).toBe(built);
  } finally {
    await place.close();
  }
});

test('npm keeps no log of what was typed after `npx`, as it would by itself', async () => {
  const cwd = path.resolve(import.meta.dirname, '../..');
  const held = await Promise.all(
    [[], ['--logs-max=10']].map(async (flags, index) => {
      const kept = path.join(folder, `npm-${index}`);
      await mkdir(kept);
      const env = { ...process.env, npm_config_cache: kept };
      execFileSync('npx', [...flags, 'guidepress', '--version', marker], { cwd, env, stdio: 'pipe' });
      return filesHolding(kept, marker).length;
    }),
  );
  expect(held).toEqual([0, 1]);
});
