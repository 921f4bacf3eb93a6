import { readFileSync, readdirSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { openPrinter, BrowserFailed, type Printer } from '../../scripts/press/pdf/printer.ts';
import { pressPdf } from '../../scripts/press/pdf/press.ts';
import { publicationOf } from './publication.ts';

/*
 * What becomes of a print when the browser under it dies or hangs. Processes are found in /proc.
 */

let printer: Printer | null = null;
afterEach(async () => {
  await printer?.close();
  printer = null;
});

const browsers = (): readonly number[] =>
  readdirSync('/proc')
    .filter((id) => /^\d+$/.test(id))
    .map(Number)
    .filter((id) => isBrowser(id) && parentOf(id) === process.pid);

describe.runIf(process.platform === 'linux')('a printer', () => {
  test('starts another browser for a print whose browser was killed, and for all after it', async () => {
    printer = await openPrinter();
    let tries = 0;
    const title = await printer.use('<!doctype html><title>whole</title><p>x', async (layout) => {
      tries += 1;
      if (tries === 1) for (const id of browsers()) process.kill(id, 'SIGKILL');
      return layout.evaluate(() => document.title, null);
    });
    expect(title).toBe('whole');
    expect(tries).toBe(2);
    const pressed = await pressPdf(publicationOf(<p>After it</p>), { printer });
    expect(pressed.problems).toEqual([]);
    expect(browsers()).toHaveLength(1);
  });

  test('does not wait longer than the deadline for a browser that hangs', async () => {
    printer = await openPrinter();
    const started = performance.now();
    let tries = 0;
    const printing = printer.use(
      '<!doctype html><p>x',
      async (layout) => {
        tries += 1;
        for (const id of browsers()) process.kill(id, 'SIGSTOP');
        return layout.print();
      },
      1500,
    );
    await expect(printing).rejects.toThrow(BrowserFailed);
    await expect(printing).rejects.toThrow(/took over 2 s, 2 times/);
    expect(tries).toBe(2);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect((await pressPdf(publicationOf(<p>After it</p>), { printer })).problems).toEqual([]);
  });

  test('does not do work again that failed by itself', async () => {
    printer = await openPrinter();
    let tries = 0;
    const failing = printer.use('<p>x', () => {
      tries += 1;
      return Promise.reject(new Error('measured wrong'));
    });
    await expect(failing).rejects.toThrow('measured wrong');
    expect(tries).toBe(1);
  });

  test('has one browser for all that wait when it dies', async () => {
    printer = await openPrinter();
    const lender = printer;
    let killed = false;
    const titles = Array.from({ length: 8 }, (_, index) =>
      lender.use(`<!doctype html><title>${index}</title><p>x`, async (layout) => {
        if (index === 3 && !killed) {
          killed = true;
          for (const id of browsers()) process.kill(id, 'SIGKILL');
        }
        await layout.print();
        return layout.evaluate(() => document.title, null);
      }),
    );
    expect(await Promise.all(titles)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    expect(browsers()).toHaveLength(1);
  });
});

function isBrowser(id: number): boolean {
  try {
    return /chrom|headless/i.test(readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0')[0] ?? '');
  } catch {
    return false;
  }
}

function parentOf(id: number): number | null {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]);
  } catch {
    return null;
  }
}
