import { readFile } from 'node:fs/promises';
import QRCode from 'qrcode';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Manifest } from '../../scripts/write/manifest.ts';
import { ClinicLibrary, type Marks } from './clinic-library.ts';
import { openFirstPage, readProduct } from './read-product.ts';

/*
 * Two clinics and the publisher hand out one guide: what is whose, and what stops whom. The steps build on each other.
 */

const alder: Marks = {
  name: 'Alderwick Example Clinic',
  street: 'Aldersgrove 71',
  say: '01632 960 111',
  dial: '+441632960111',
  hours: 'Alderdays from 7 to 9',
  url: 'https://alder.example.org/',
  brand: '#4a1d6b',
  logo: '#17293a',
};
const birch: Marks = {
  name: 'Birchmoor Example Clinic',
  street: 'Birchgrove 82',
  say: '01632 960 222',
  dial: '+441632960222',
  hours: 'Birchdays from 6 to 8',
  url: 'https://birch.example.org/',
  brand: '#0a4d2c',
  logo: '#3a1729',
};
const clinics = { alder, birch } as const;
const editions = ['booklet', 'booklet', 'checklist', 'ebook', 'guide', 'handout', 'large-print', 'web'];

let library: ClinicLibrary;
let first: Manifest;
beforeAll(async () => {
  library = await ClinicLibrary.open();
  await library.writeClinic('alder', alder, 'paper: a4\n');
  await library.writeClinic('birch', birch, 'place: IE\npaper: [a4]\n');
  const { code, stderr, findings } = await library.build('--paper', 'a4');
  expect(code, `${stderr}${JSON.stringify(findings.filter(({ severity }) => severity === 'error'))}`).toBe(0);
  first = await library.manifest();
}, 120_000);
afterAll(() => library.close());

/** Products of a clinic, or of none, by the manifest. */
function productsOf({ artifacts }: Manifest, clinic: string | null) {
  return artifacts.filter((entry) => entry.clinic === clinic);
}

function pathOf(clinic: string, edition: string): string | undefined {
  return productsOf(first, clinic).find((entry) => entry.edition === edition)?.path;
}

test('each clinic has every edition in a folder of its own, beside the publisher’s', () => {
  expect(productsOf(first, null).map(({ edition }) => edition)).toEqual(editions);
  expect(productsOf(first, 'alder').map(({ edition }) => edition)).toEqual(editions);
  expect(productsOf(first, 'birch').map(({ edition }) => edition)).toEqual(editions);
  expect(pathOf('alder', 'handout')).toBe('walk/en-GB/alder/walk-handout-a4.pdf');
  // Its place is in the path, since it is not the language's own region.
  expect(pathOf('birch', 'handout')).toBe('walk/en-GB-IE/birch/walk-handout-a4.pdf');
});

describe('what is whose', () => {
  test.each([null, 'alder', 'birch'] as const)('products of %s', async (owner) => {
    for (const { path: at, edition } of productsOf(first, owner)) {
      const text = await readProduct(library.product(at));
      for (const [id, marks] of Object.entries(clinics)) {
        if (id === owner) continue;
        const strange = Object.values({ ...marks, id: `/${id}/` }).filter((mark) => text.includes(mark));
        expect(strange, `${id} in ${at}`).toEqual([]);
      }
      if (owner === null) continue;
      const own = clinics[owner];
      expect(text, at).toContain(own.name);
      expect(text, at).toContain(own.say);
      expect(text, at).toContain(edition === 'ebook' ? own.logo : own.brand);
      if (edition !== 'checklist') expect(text, at).toContain(own.street);
      if (edition !== 'checklist') expect(text, at).toContain(own.hours);
      if (edition !== 'checklist') expect(text, at).toContain(own.logo);
      if (edition === 'web' || edition === 'ebook') expect(text, at).toContain(`href="tel:${own.dial}"`);
      // The text is still the publisher's, and says so.
      if (edition !== 'checklist') expect(text, at).toContain('Text: Test press.');
    }
  });

  test('the accent of drawings is the clinic’s colour, and in no product of its is it the kit’s', async () => {
    for (const { path: at } of productsOf(first, 'alder'))
      expect((await readProduct(library.product(at))).toLowerCase(), at).not.toContain('#0b6e8a');
    const own = await readProduct(library.product('walk/en-GB/walk-web.html'));
    expect(own.toLowerCase()).toContain('#0b6e8a');
  });

  test('numbers for emergencies are those of the clinic’s place', async () => {
    expect(await readProduct(library.product('walk/en-GB/alder/walk-handout-a4.pdf'))).toContain('999');
    expect(await readProduct(library.product('walk/en-GB-IE/birch/walk-handout-a4.pdf'))).toContain('112 or 999');
  });

  test('who hands it out is the publisher in the metadata; whose text it is stands beside', async () => {
    const web = await readProduct(library.product('walk/en-GB/alder/walk-web.html'));
    expect(web).toContain(`"publisher":{"@type":"Organization","name":"${alder.name}"}`);
    expect(web).toContain('"sourceOrganization":{"@type":"Organization","name":"Test press"}');
    const book = await readProduct(library.product('walk/en-GB/alder/walk-ebook.epub'));
    expect(book).toContain(`<dc:publisher>${alder.name}</dc:publisher>`);
    expect(book).toContain('<dc:contributor>Test press</dc:contributor>');
    expect(await readProduct(library.product('walk/en-GB/walk-web.html'))).not.toContain('sourceOrganization');
  });

  test('the download page lists each clinic under a heading of its own', async () => {
    const page = await readFile(library.product('index.html'), 'utf8');
    const headings = Array.from(page.matchAll(/<h3 id="([^"]+)">([^<]+)<\/h3>/g), ([, id, name]) => [id, name]);
    expect(headings).toEqual([
      ['walk-alder', alder.name],
      ['walk-birch', birch.name],
    ]);
    expect(page.split('<table').length - 1).toBe(3);
  });
});

test.each(['walk-handout-a4.pdf', 'walk-checklist-a4.pdf'])(
  'the code of %s is at least 20 mm wide with its white, and its squares are those of the address',
  async (name) => {
    const scale = 4;
    const { pictures, isDark, close } = await openFirstPage(library.product(`walk/en-GB/alder/${name}`), scale);
    const found = pictures.find(({ alt }) => alt.includes(alder.url));
    const [left = 0, bottom = 0, right = 0, top = 0] = found?.box ?? [];
    expect(millimetres(right - left)).toBeGreaterThanOrEqual(20);
    expect(millimetres(top - bottom)).toBeGreaterThanOrEqual(20);
    const { modules } = QRCode.create(alder.url, { errorCorrectionLevel: 'M' });
    const side = modules.size + 8;
    const square = (right - left) / side;
    expect(millimetres(square)).toBeGreaterThanOrEqual(0.33);
    const wrong: string[] = [];
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        const inside = [row - 4, column - 4].every((at) => at >= 0 && at < modules.size);
        const expected = inside && Boolean(modules.get(row - 4, column - 4));
        if (isDark(left + (column + 0.5) * square, top - (row + 0.5) * square) !== expected)
          wrong.push(`${row}/${column}`);
      }
    }
    expect(wrong).toEqual([]);
    await close();
  },
);

const quick = ['--edition', 'checklist', '--edition', 'web'] as const;

test('a clinic’s edit makes its own products anew, and no others', async () => {
  const file = 'clinics/birch/clinic.yml';
  await library.write(file, (await library.read(file)).replace('01632 960 222', '01632 960 333'));
  await library.build('--paper', 'a4', ...quick);
  const second = await library.manifest();
  const changed = second.artifacts.filter(
    (entry) => first.artifacts.find((one) => one.path === entry.path)?.fingerprint !== entry.fingerprint,
  );
  expect(changed.map(({ clinic, edition }) => [clinic, edition])).toEqual([
    ['birch', 'checklist'],
    ['birch', 'web'],
  ]);
}, 60_000);

test('--clinic makes the products of one, and of none', async () => {
  const both = await library.build('--edition', 'web', '--clinic', 'none', '--clinic', 'birch');
  expect(both.artifacts.map(({ clinic }) => clinic)).toEqual(['birch', null]);
  const unknown = await library.build('--clinic', 'aspen');
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('Unexpected clinic `aspen`, expected one of `none`, `alder`, `birch`');
}, 60_000);

describe('a clinic with errors', () => {
  const file = 'content/clinics/birch/clinic.yml';
  const words = ['--paper', 'a4', '--edition', 'web'] as const;
  let good = '';
  beforeAll(async () => {
    good = await library.read('clinics/birch/clinic.yml');
  });
  afterEach(async () => {
    await library.write('clinics/birch/clinic.yml', good);
    await library.writeLogo('birch', birch);
  });

  test.each([
    ['a place that is not known', 'place: IE', 'place: XX', 'yaml-field', 9],
    ['a language that is not known', 'place: IE', 'languages: [tlh]', 'yaml-field', 9],
    ['a logo that is not there', 'logo.svg', 'lost.svg', 'image-missing', 7],
    ['a logo from elsewhere', 'logo.svg', 'https://example.org/logo.svg', 'image-remote', 7],
    ['a colour that is hard to read', birch.brand, '#99aabb', 'clinic-contrast', 8],
  ])('%s is an error at its line', async (_, before, after, rule, line) => {
    await library.write('clinics/birch/clinic.yml', good.replace(before, after));
    expect((await library.errors())[0]).toMatchObject({ file, rule, line });
  });

  test.each([
    ['a script', '<script>1</script>'],
    ['a remote reference', '<image href="https://evil.example.org/x.png"/>'],
  ])('a logo with %s is refused', async (_, evil) => {
    await library.writeLogo('birch', birch, evil);
    expect(await library.errors()).toMatchObject([{ rule: 'image-unsafe', file, line: 7 }]);
  });

  test('stops its own products alone; the old ones stay, stale', async () => {
    await library.write('clinics/birch/clinic.yml', good.replace('address: [', 'address: [['));
    const run = await library.build(...words);
    expect(run.code).toBe(1);
    expect(run.artifacts.map(({ clinic }) => clinic)).toEqual(['alder', null]);
    const { artifacts, stale } = await library.manifest();
    const old = artifacts.filter(({ clinic }) => clinic === 'birch').map(({ path: at }) => at);
    expect(stale).toEqual(old);
    expect(old).toHaveLength(editions.length);
    // Asked for by name it says what is wrong, not that there is none.
    const asked = await library.build('--clinic', 'birch', ...words);
    expect([asked.code, asked.stderr]).toEqual([1, '']);
    expect(asked.findings.map(({ rule }) => rule)).toContain('yaml-syntax');
  }, 60_000);

  test('--draft makes its products all the same, stamped incomplete', async () => {
    await library.write('clinics/birch/clinic.yml', good.replace(birch.brand, '#99aabb'));
    const { artifacts } = await library.build('--draft', ...words);
    expect(artifacts.map(({ clinic, status }) => [clinic, status])).toEqual([
      ['birch', 'incomplete'],
      ['alder', 'draft'],
      [null, 'draft'],
    ]);
  }, 60_000);
});

function millimetres(points: number): number {
  return (points / 72) * 25.4;
}
