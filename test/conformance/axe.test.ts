import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAxe, views } from './axe.ts';
import { launchCheckBrowser } from './browser.ts';
import { pagesAbout, productsWith } from './products.ts';

const pages = [...productsWith('html'), ...pagesAbout()];
let browser: Browser;
let temporary = '';

beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'guidepress-axe-'));
  browser = await launchCheckBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(temporary, { recursive: true, force: true });
});

test('there are web pages to check', () => {
  expect(productsWith('html').length).toBeGreaterThan(0);
});

describe.each(views)('axe ($name)', (view) => {
  test('a page with a picture without words fails', async () => {
    const control = path.join(temporary, 'control.html');
    await writeFile(control, '<!doctype html><html lang="en"><title>Control</title><main><h1>A</h1><img src="data:,">');
    expect((await runAxe(browser, control, view)).join('\n')).toContain('image-alt');
  });

  for (const { name, file } of pages) {
    test(`${name} has no violations`, async () => {
      expect(await runAxe(browser, file, view)).toEqual([]);
    });
  }
});
