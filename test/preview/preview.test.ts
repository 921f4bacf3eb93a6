import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { views } from '../conformance/axe.ts';
import { launchCheckBrowser } from '../conformance/browser.ts';
import { drawnAfter, drawnNow, edit, startPreview, type Drawn, type RunningPreview } from './start-preview.ts';
import { writeWalkGuide, type WalkGuide } from './walk-guide.ts';

let walk: WalkGuide;
let preview: RunningPreview;
let browser: Browser;
let page: Page;
/** What the page complained about: blocked by policy, failed, thrown. */
let complaints: string[] = [];

beforeAll(async () => {
  walk = await writeWalkGuide();
  browser = await launchCheckBrowser();
  preview = await startPreview([], walk.folder);
});
afterAll(async () => {
  await browser.close();
  expect(await preview.stop()).toBe(0);
  await walk.remove();
});
beforeEach(async () => {
  await walk.restore();
  // The preview tells viewers of a product what it was last: each test starts with the guide as it is now.
  await new Promise((resolve) => setTimeout(resolve, 300));
  page = await browser.newPage();
  complaints = [];
  page.on('console', (message) => {
    complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.setViewport({ width: 1280, height: 900 });
});
afterEach(() => page.close());

async function open(product: string): Promise<Drawn> {
  await page.goto(`${preview.address}?show=${encodeURIComponent(`walk/en-GB/walk-${product}`)}`);
  // What the test before left is shown first, then the guide as it is.
  for (let drawn = await drawnAfter(page, null); ;) {
    await new Promise((resolve) => setTimeout(resolve, 700));
    const now = await drawnNow(page);
    if (now?.proof === drawn.proof) return now;
    drawn = now ?? drawn;
  }
}

/** Waits for words in the status line. */
async function says(words: string): Promise<void> {
  await page.waitForFunction(
    (text) => document.querySelector('#status')?.textContent?.includes(text),
    { polling: 'mutation', timeout: 12_000 },
    words,
  );
}

function text(selector: string): Promise<string> {
  return page.$eval(selector, (element) => (element instanceof HTMLElement ? element.innerText : ''));
}

/** Pixels of the first page that is in view, as one number; 0 without any. */
function ink(): Promise<number> {
  return page.evaluate(() => {
    const canvas = [...document.querySelectorAll('canvas')].find(({ parentElement }) => {
      const box = parentElement?.getBoundingClientRect();
      return box !== undefined && box.bottom > 100;
    });
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let sum = 0;
    for (const [index, value] of data.entries()) sum = (sum * 31 + value * (index % 7)) % 1_000_003;
    return sum;
  });
}

const section = (name: string): string => path.join(walk.texts, name);

describe('pages', () => {
  test('a saved section is on the pages, in the same place, and no page is ever blank', async () => {
    const first = await open('guide-a4.pdf');
    await page.evaluate(() => window.scrollTo(0, 1500));
    await page.waitForFunction(() => document.querySelectorAll('canvas').length > 1);
    const before = await ink();
    // Looks at each frame, while the new pages come.
    await page.evaluate(() => {
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page
      const look = (): void => {
        const seen = [...document.querySelectorAll('.leaf')].filter((leaf) => {
          const { top, bottom } = leaf.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        });
        if (seen.some((leaf) => leaf.querySelector('canvas') === null)) document.body.dataset['blank'] = 'yes';
        if (window.scrollY !== 1500) document.body.dataset['moved'] = 'yes';
        requestAnimationFrame(look);
      };
      look();
    });
    await edit(section('03-rest.md'), (old) => old.replaceAll('Be kind', 'Always be kind'));
    await drawnAfter(page, first);
    expect(await ink()).not.toBe(before);
    expect(await page.evaluate(() => ({ ...document.body.dataset, y: window.scrollY }))).toMatchObject({ y: 1500 });
    expect(await page.evaluate(() => ['blank', 'moved'].filter((name) => name in document.body.dataset))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('each has a name, and they are as many as the PDF has', async () => {
    const first = await open('guide-a4.pdf');
    const names = () => page.$$eval('.leaf', (leaves) => leaves.map((leaf) => leaf.getAttribute('aria-label')));
    const { length } = await names();
    expect(length).toBeGreaterThan(2);
    expect((await names())[1]).toBe(`Page 2 of ${length}`);
    await edit(section('03-rest.md'), (old) => old.slice(0, 200));
    await drawnAfter(page, first);
    await page.waitForFunction((many) => document.querySelectorAll('.leaf').length < many, {}, length);
    expect((await names()).at(-1)).toBe(`Page ${(await names()).length} of ${(await names()).length}`);
  });

  test.each(['handout-a4.pdf', 'guide-letter.pdf', 'checklist-a4.pdf'])(
    'of %s look as those of the finished file do',
    async (product) => {
      const { proof } = await open(product);
      await page.waitForSelector('#finished:not([hidden])');
      // As text, since the test runner rewrites imports.
      await page.evaluate(`import('/pdfjs/pdf.mjs').then((module) => { globalThis.pdfjs = module; })`);
      const { different, control } = await page.evaluate(async (id) => {
        const { pdfjs } = globalThis as unknown as { pdfjs: typeof import('pdfjs-dist') };
        const draw = async (name: string): Promise<Uint8ClampedArray[]> => {
          const data = await (await fetch(`/proofs/${id}/${name}`)).arrayBuffer();
          const pdf = await pdfjs.getDocument({ data, useWasm: false, verbosity: 0 }).promise;
          const drawn: Uint8ClampedArray[] = [];
          for (let number = 1; number <= pdf.numPages; number++) {
            const sheet = await pdf.getPage(number);
            const viewport = sheet.getViewport({ scale: 1 });
            const canvas = document.createElement('canvas');
            Object.assign(canvas, { width: viewport.width, height: viewport.height });
            await sheet.render({ canvas, viewport, background: '#ffffff' }).promise;
            const context = canvas.getContext('2d');
            if (context) drawn.push(context.getImageData(0, 0, canvas.width, canvas.height).data);
          }
          return drawn;
        };
        const [shown, finished] = [await draw('pages.pdf'), await draw('finished')];
        // Letters may stand a fraction of a pixel aside; what is missing or elsewhere differs in thousands of values.
        // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page
        const difference = (a?: Uint8ClampedArray, b?: Uint8ClampedArray): number =>
          (a ?? new Uint8ClampedArray()).filter((value, at) => Math.abs(value - (b?.[at] ?? -255)) > 48).length;
        const blank = shown[0]?.map(() => 255);
        return {
          different: shown.map((pixels, index) => difference(pixels, finished[index])),
          control: difference(shown[0], blank),
        };
      }, proof);
      expect(different.length).toBeGreaterThan(0);
      expect(Math.max(...different)).toBeLessThan(600);
      expect(control).toBeGreaterThan(6000);
    },
  );

  test('of a long guide the pages in view come first, then the whole', async () => {
    const pages = Array.from(
      { length: 10 },
      (_, index) => `## Part ${index + 1}\n\n${'A line to read. '.repeat(220)}\n`,
    );
    await writeFile(section('04-long.md'), `# Long\n\n${pages.join('\n')}`);
    const before = await open('guide-a4.pdf');
    await page.waitForFunction(() => document.querySelectorAll('.leaf').length >= 8);
    await page.evaluate(() => document.querySelectorAll('.leaf')[5]?.scrollIntoView());
    await new Promise((resolve) => setTimeout(resolve, 400));
    const told: string[] = [];
    await page.exposeFunction('tell', (id: string) => told.push(id));
    await page.evaluate(() => {
      const { tell } = globalThis as unknown as { tell: (id: string) => void };
      new MutationObserver(() => tell(document.body.dataset['seen'] ?? '')).observe(document.body, {
        attributeFilter: ['data-seen'],
      });
    });
    const place = await page.evaluate(() => scrollY);
    await edit(section('04-long.md'), (old) => old.replaceAll('A line to read.', 'A line to hear.'));
    const { proof } = await drawnAfter(page, before);
    expect(told).toEqual([expect.not.stringMatching(proof), proof]);
    expect(await page.evaluate(() => scrollY)).toBe(place);
    await rm(section('04-long.md'));
  });

  test('a section that is added or taken away is seen', async () => {
    let drawn = await open('guide-a4.pdf');
    await writeFile(section('04-more.md'), '# More\n\nMore to read.\n');
    drawn = await drawnAfter(page, drawn);
    await rm(section('03-rest.md'));
    await drawnAfter(page, drawn);
    await page.waitForFunction(() => document.querySelectorAll('.leaf').length < 4);
  });

  test('a save that changes nothing on the pages leaves them alone', async () => {
    const first = await open('handout-a4.pdf');
    await edit(section('03-rest.md'), (old) => `${old}\nNot in the handout.\n`);
    await edit(section('02-walk.md'), (old) => `${old}\n`);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await drawnNow(page)).toEqual(first);
  });
});

describe('a broken guide', () => {
  test('keeps its last good pages, names the errors, and recovers', async () => {
    const first = await open('handout-a4.pdf');
    const before = await ink();
    expect(await page.$('.finding.error')).toBeNull();
    await edit(section('02-walk.md'), (old) => `${old}\n::: tip\nNo.\n:::\n\nSee ![x](none.svg).\n`);
    await says('Last good pages');
    expect(await drawnNow(page)).toEqual(first);
    expect(await ink()).toBe(before);
    expect(await text('#notice')).toContain('These are the last good pages. The guide has 2 errors');
    expect(await text('#findings')).toMatch(/Errors: 2, they stop the guide/);
    expect(await text('#list')).toContain('content/guides/walk/en-GB/02-walk.md:13:1, rule fence-text');
    expect(await text('#list')).toContain('rule image-missing');
    expect(await page.title()).toMatch(/^2 errors · Walking: Handout/);
    await edit(section('02-walk.md'), (old) => old.replace(/\n::: tip[^]*/, '\nAll is well.\n'));
    const mended = await drawnAfter(page, first);
    await says('pages');
    expect(mended.proof).not.toBe(first.proof);
    expect(await page.$eval('#notice', (notice) => notice instanceof HTMLElement && notice.hidden)).toBe(true);
    expect(await page.$('.finding.error')).toBeNull();
  });

  test('mended to what it was shows the same pages as good again', async () => {
    const first = await open('handout-a4.pdf');
    await edit(section('02-walk.md'), (old) => `${old}\n::: tip\n`);
    await says('Last good pages');
    await edit(section('02-walk.md'), (old) => old.replace('\n::: tip\n', ''));
    await page.waitForFunction(() => document.querySelector('#status')?.getAttribute('data-state') === 'fresh');
    expect(await drawnNow(page)).toEqual(first);
  });

  test('from the start shows its errors', async () => {
    await edit(section('02-walk.md'), (old) => `${old}\n::: tip\n`);
    // Nobody has looked at this one yet.
    await page.goto(`${preview.address}?show=${encodeURIComponent('walk/en-GB/walk-checklist-letter.pdf')}`);
    await says('1 error');
    expect(await text('#notice')).toContain('There are no good pages yet.');
    await edit(section('02-walk.md'), (old) => old.replace('\n::: tip\n', ''));
    await drawnAfter(page, null);
  });

  test('that is taken away and comes back does not end the preview', async () => {
    const first = await open('handout-a4.pdf');
    await rm(walk.texts, { recursive: true });
    await says('Last good pages');
    expect(await drawnNow(page)).toEqual(first);
    await rm(walk.guide, { recursive: true });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await fetch(preview.address)).status).toBe(200);
    expect(preview.said()).not.toContain('This is a bug');
  });

  test('that a build would not make for its length is shown all the same', async () => {
    const first = await open('handout-a4.pdf');
    await edit(section('03-rest.md'), (old) => `---\nin: [handout, guide]\n---\n\n${old}`);
    await drawnAfter(page, first);
    await page.waitForFunction(() => document.querySelector('#status')?.getAttribute('data-state') === 'refused');
    expect(await text('#notice')).toContain('A build would not make this.');
    expect(await text('#list')).toContain('rule handout-long');
  });
});

/** Words of the frame's page. */
function framed(): Promise<string> {
  return page.$eval('iframe:not(.coming)', (frame) =>
    frame instanceof HTMLIFrameElement ? (frame.contentDocument?.body.innerText ?? '') : '',
  );
}

describe('other products', () => {
  test('are chosen by keyboard, and the address remembers them', async () => {
    const first = await open('handout-a4.pdf');
    await page.focus('select[name=edition]');
    await page.keyboard.type('Web');
    await drawnAfter(page, first);
    expect(page.url()).toContain(encodeURIComponent('walk-web.html'));
    expect(await framed()).toContain('Walk each day.');
    await page.goBack();
    await page.waitForSelector('.leaf');
  });

  test('a web page is new after a save and keeps its place; no script can run in it', async () => {
    const first = await open('web.html');
    const scroll = (top?: number) =>
      page.$eval(
        'iframe:not(.coming)',
        (frame, to) => {
          if (!(frame instanceof HTMLIFrameElement) || !frame.contentWindow) return -1;
          if (to !== null) frame.contentWindow.scrollTo({ top: to, behavior: 'instant' });
          return frame.contentWindow.scrollY;
        },
        top ?? null,
      );
    expect(await scroll(400)).toBe(400);
    await edit(section('02-walk.md'), (old) => old.replace('Stop if', 'Always stop if'));
    await drawnAfter(page, first);
    expect(await framed()).toContain('Always stop if');
    expect(await scroll()).toBe(400);
    expect(await page.$eval('iframe', (frame) => frame.getAttribute('sandbox'))).toBe('allow-same-origin');
    expect(complaints).toEqual([]);
  });

  test('an ebook shows a chapter, and keeps to it after a save', async () => {
    const first = await open('ebook.epub');
    const chapters = await page.$$eval('#chapter option', (options) => options.map(({ textContent }) => textContent));
    expect(chapters).toContain('Walk a little');
    await page.select('#chapter', await page.$eval('#chapter option:nth-child(3)', (option) => option.value));
    const chosen = await page.$eval('#chapter', (select) => (select as HTMLSelectElement).value);
    await page.waitForFunction(
      (file) => document.querySelector('iframe:not(.coming)')?.getAttribute('src')?.endsWith(file),
      {},
      chosen,
    );
    await edit(section('02-walk.md'), (old) => old.replace('Stop if', 'Always stop if'));
    await drawnAfter(page, first);
    expect(await page.$eval('#chapter', (select) => (select as HTMLSelectElement).value)).toBe(chosen);
    expect(complaints).toEqual([]);
  });
});

describe.each(views)('axe ($name)', (view) => {
  test('finds nothing on a good guide, on a broken one, and on a framed product', async () => {
    await page.setViewport({ width: view.width, height: view.height });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: view.scheme }]);
    await open('handout-a4.pdf');
    expect(await violations()).toEqual([]);
    await edit(section('02-walk.md'), (old) => `${old}\n::: tip\n`);
    await says('Last good pages');
    expect(await violations()).toEqual([]);
    await edit(section('02-walk.md'), (old) => old.replace('\n::: tip\n', ''));
    await open('ebook.epub');
    expect(await violations()).toEqual([]);
    await page.evaluate(() => {
      // By script, since the policy forbids a style in the markup.
      document.getElementById('count')?.style.setProperty('color', 'var(--hair)');
    });
    expect((await violations()).join()).toContain('color-contrast');
  });
});

async function violations(): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"], iframes: false })')) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 100)).join(' | ')}`);
}
