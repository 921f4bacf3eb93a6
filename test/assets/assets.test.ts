import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AssetReader, type AssetSource } from '../../scripts/read/assets.ts';
import { readBitmap } from '../../scripts/read/bitmap.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4"/></svg>';
let top: string;
let source: AssetSource;

/** A guide in `top/guide` with a secret beside it. */
beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'guidepress-assets-'));
  const root = join(top, 'guide');
  const [from, figures, shared] = [join(root, 'en'), join(root, 'figures'), join(top, 'shared')];
  for (const folder of [from, figures, shared]) await mkdir(folder, { recursive: true });
  source = { from, root, also: [figures, shared] };
  await writeFile(join(top, 'secret.svg'), svg);
  await writeFile(join(top, 'shared', 'shared.svg'), svg);
  await writeFile(join(figures, 'warm-pack.svg'), svg);
  await writeFile(join(figures, 'two words é.svg'), svg);
  await writeFile(join(figures, '100%.svg'), svg);
  await writeFile(join(from, 'warm pack.svg'), svg);
  await writeFile(join(from, 'really-a-png.jpg'), await dot('png'));
  await writeFile(join(from, 'script.svg'), svg.replace('<path', '<script>1</script><path'));
  await writeFile(join(from, 'text.png'), 'hello');
  await writeFile(join(from, 'cut.png'), (await dot('png')).subarray(0, 50));
  await writeFile(join(from, 'bomb.png'), hugePng(30_000, 30_000));
  await writeFile(join(from, 'heavy.png'), '');
  await truncate(join(from, 'heavy.png'), 20_000_001);
  await symlink(join(top, 'secret.svg'), join(from, 'link.svg'));
  await symlink(top, join(from, 'up'));
  await symlink('loop.svg', join(from, 'loop.svg'));
  execFileSync('mkfifo', [join(from, 'pipe.svg')]);
});

afterAll(() => rm(top, { recursive: true, force: true }));

function dot(format: 'png' | 'jpeg' | 'gif' | 'webp', width = 2): Promise<Buffer> {
  const create = { width, height: 3, channels: 3, background: '#0b6e8a' } as const;
  return sharp({ create }).toFormat(format).toBuffer();
}

/** A PNG whose header promises more pixels than there are bytes. */
function hugePng(width: number, height: number): Buffer {
  const png = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000080200000000000000', 'hex');
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return Buffer.concat([png, Buffer.from('0000000049454e44ae426082', 'hex')]);
}

async function outcome(url: string, reader = new AssetReader()): Promise<string> {
  const result = await reader.read(url, source);
  return 'asset' in result ? result.asset.id : `${result.problem} ${result.message}`;
}

test.each([
  ['warm-pack.svg', 'warm-pack.svg'],
  ['../figures/warm-pack.svg', 'warm-pack.svg'],
  ['two%20words%20%C3%A9.svg', 'two-words-e.svg'],
  ['two words e\u0301.svg', 'two-words-e.svg'],
  ['100%.svg', '100.svg'],
  ['100%25.svg', '100.svg'],
  ['warm-pack.svg?raw=1#top', 'warm-pack.svg'],
  ['shared.svg', 'shared.svg'],
  ['really-a-png.jpg', 'really-a-png.png'],
])('%j is found as %s', async (url, id) => {
  expect(await outcome(url)).toBe(id);
});

test.each([
  ['https://example.org/a.png', 'image-remote'],
  ['http://127.0.0.1:9/', 'image-remote'],
  ['//example.org/a.png', 'image-remote'],
  ['\\\\host\\a.png', 'image-remote'],
  ['file:///etc/passwd', 'image-remote'],
  ['data:image/png;base64,AAAA', 'image-remote'],
  ['../../../etc/passwd', 'image-outside'],
  ['..%2F..%2F..%2Fetc%2Fpasswd', 'image-outside'],
  ['/etc/passwd', 'image-outside'],
  ['../../secret.svg', 'image-outside'],
  ['link.svg', 'image-outside'],
  ['up/secret.svg', 'image-outside'],
  ['nothing.svg', 'image-missing'],
  ['a\0b.svg', 'image-missing'],
  ['', 'image-missing'],
  [`${'x'.repeat(300)}.svg`, 'image-missing'],
  ['../figures', 'image-unreadable'],
  ['pipe.svg', 'image-unreadable'],
  ['loop.svg', 'image-unreadable'],
  ['text.png', 'image-unreadable'],
  ['cut.png', 'image-unreadable'],
  ['script.svg', 'image-unsafe'],
  ['bomb.png', 'image-too-big'],
  ['heavy.png', 'image-too-big'],
])('%j is refused: %s', async (url, rule) => {
  expect((await outcome(url)).split(' ')[0]).toBe(rule);
});

test('a finding says what was unexpected, what was expected and what to do', async () => {
  expect(await outcome('warm-pak.svg')).toBe(
    "image-missing Unexpected picture `warm-pak.svg`, expected a file of that name in the guide's folder: did you mean `warm-pack.svg`",
  );
  expect(await outcome('script.svg')).toBe(
    'image-unsafe Unexpected `script` in picture `script.svg`, expected a drawing of plain shapes: export it as plain SVG',
  );
});

test('a missing picture never names a file outside the guide', async () => {
  expect(await outcome('../../secre.svg')).not.toContain('secret');
});

test('a file is one asset however it is named', async () => {
  const reader = new AssetReader();
  const [first, second] = await Promise.all([
    reader.read('warm-pack.svg', source),
    reader.read('../figures/warm%2Dpack.svg', source),
  ]);
  expect(first).toBe(second);
  expect([...reader.assets.keys()]).toEqual(['warm-pack.svg']);
});

test('names that clash get a number, in the order of asking', async () => {
  const reader = new AssetReader();
  await Promise.all([reader.read('warm-pack.svg', source), reader.read('warm pack.svg', source)]);
  expect([...reader.assets].map(([id, { name }]) => [id, name])).toEqual([
    ['warm-pack.svg', 'warm-pack.svg'],
    ['warm-pack-2.svg', 'warm pack.svg'],
  ]);
});

test.each([
  ['png', 'image/png'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/png'],
  ['webp', 'image/png'],
] as const)('a %s is encoded anew as %s, the same each time', async (format, mediaType) => {
  const bytes = await dot(format);
  const once = await readBitmap(bytes);
  expect(once).toMatchObject({ mediaType, width: 2, height: 3 });
  expect(await readBitmap(bytes)).toEqual(once);
});

test('a photo is turned upright and loses its metadata', async () => {
  const photo = await sharp(await dot('jpeg', 8))
    .withExif({ IFD0: { Copyright: 'SECRET', Orientation: '6' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const safe = await readBitmap(photo);
  if ('problem' in safe) throw new Error(safe.reason);
  expect([safe.width, safe.height]).toEqual([3, 8]);
  const { exif, icc, xmp, orientation } = await sharp(safe.bytes).metadata();
  expect({ exif, icc, xmp, orientation }).toEqual({});
});

test('a picture sharper than print can show is made smaller', async () => {
  expect(await readBitmap(await dot('png', 5_000))).toMatchObject({ width: 2480 });
});
