import sharp from 'sharp';

/** Pages of a sheet: four in a row, three rows. */
const columns = 4;
const most = 12;
/** Width of a page on a sheet, and the space around it, in px. */
const width = 480;
const gap = 16;

/** Pages, as PNG in reading order, on sheets of twelve; each sheet as tall as its rows. */
export async function drawSheets(
  pages: readonly Uint8Array[],
  tone: 'colour' | 'grey',
): Promise<readonly Uint8Array[]> {
  const sheets: Uint8Array[] = [];
  for (let from = 0; from < pages.length; from += most)
    sheets.push(await drawSheet(pages.slice(from, from + most), tone));
  return sheets;
}

async function drawSheet(pages: readonly Uint8Array[], tone: 'colour' | 'grey'): Promise<Uint8Array> {
  const drawn = await Promise.all(
    pages.map((page) => {
      const resized = sharp(page).flatten({ background: 'white' }).resize({ width });
      return (tone === 'grey' ? resized.greyscale() : resized).png().toBuffer({ resolveWithObject: true });
    }),
  );
  const row = Math.max(...drawn.map(({ info }) => info.height)) + gap;
  const across = Math.min(columns, drawn.length);
  const rows = Math.ceil(drawn.length / columns);
  const ground = {
    width: across * (width + gap) + gap,
    height: rows * row + gap,
    channels: 3,
    background: '#888',
  } as const;
  const placed = drawn.map(({ data }, index) => ({
    input: data,
    left: gap + (index % columns) * (width + gap),
    top: gap + Math.floor(index / columns) * row,
  }));
  return sharp({ create: ground }).composite(placed).png().toBuffer();
}
