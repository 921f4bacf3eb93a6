import path from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchCheckBrowser } from '../conformance/browser.ts';
import { isLong, share } from '../long/share.ts';
import { copyContent, drawnAfter, edit, seenAfter, startPreview, type RunningPreview } from './start-preview.ts';

/*
 * From the save of a section to the new pages on the screen of a real browser. `npm run test:long` asks for 400 ms of a quiet
 * machine; the normal suite, which shares its cores with other tests, only that nobody would call it broken.
 */

const edits = share({ normal: 15, long: 200 });
const most = share({ normal: 5000, long: 400 });

let content: Awaited<ReturnType<typeof copyContent>>;
let preview: RunningPreview;
let browser: Browser;

beforeAll(async () => {
  content = await copyContent();
  preview = await startPreview(['upper-back-pain'], content.folder);
  browser = await launchCheckBrowser();
});
afterAll(async () => {
  await browser.close();
  expect(await preview.stop()).toBe(0);
  await content.remove();
});

test.each(isLong ? ['handout', 'guide'] : ['handout'])(
  `%s: the pages are new within ${most} ms after a save (p95 of ${edits})`,
  async (edition) => {
    const product = `upper-back-pain/en-GB/upper-back-pain-${edition}-a4.pdf`;
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(`${preview.address}?show=${encodeURIComponent(product)}`);
    let drawn = await drawnAfter(page, null);
    await page.waitForSelector('#finished:not([hidden])');
    const file = path.join(content.content, 'guides/upper-back-pain/en-GB/04-move-a-little-and-often.md');
    const times: number[] = [];
    for (let index = 0; index < edits; index++) {
      // Nobody saves in step with the machine.
      await new Promise((resolve) => setTimeout(resolve, 400 + ((index * 37) % 300)));
      const words = `${' and well'.repeat(1 + (index % 5))}${' so'.repeat(1 + (index % 3))}`;
      const saved = await edit(file, (text) =>
        text.replace(/A mild ache is fine[^.]*\./, `A mild ache is fine${words}.`),
      );
      const seen = await seenAfter(page, saved);
      times.push(seen - saved);
      // The whole follows; only then is the next save one of its own.
      drawn = await drawnAfter(page, drawn);
    }
    await page.close();
    const at = (part: number): number => times.toSorted((a, b) => a - b)[Math.ceil(times.length * part) - 1] ?? 0;
    process.stdout.write(
      `${product}: p50 ${Math.round(at(0.5))} ms, p95 ${Math.round(at(0.95))} ms of ${edits} saves\n`,
    );
    expect(at(0.95)).toBeLessThanOrEqual(most);
  },
  600_000,
);
