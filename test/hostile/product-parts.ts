import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';

/** A piece of a product, decoded: an entry of a book, a stream of a PDF, a page, a `data:` address in any of them. */
export interface Part {
  readonly name: string;
  /** One character a byte, so that any piece can be searched. */
  readonly text: string;
}

/** All pieces of a PDF, EPUB or HTML file. */
export async function readParts(file: string): Promise<readonly Part[]> {
  const bytes = await readFile(file);
  const parts = file.endsWith('.epub') ? entriesOf(bytes) : file.endsWith('.pdf') ? streamsOf(bytes) : [whole(bytes)];
  return [...parts, ...parts.flatMap(dataOf)].map((part) => ({ ...part, name: `${file} ${part.name}` }));
}

function whole(bytes: Uint8Array): Part {
  return { name: 'page', text: strFromU8(bytes, true) };
}

function entriesOf(bytes: Uint8Array): readonly Part[] {
  return Object.entries(unzipSync(bytes)).map(([name, entry]) => ({ name, text: strFromU8(entry, true) }));
}

/** The file as it stands and each stream that Flate packed (ISO 32000-1, 7.4.4); other streams are in the file. */
function streamsOf(bytes: Uint8Array): readonly Part[] {
  const text = strFromU8(bytes, true);
  const streams = Array.from(text.matchAll(/stream\r?\n/g), ({ index, 0: { length } }) => index + length)
    .map((start) => ({ name: `stream at ${start}`, text: inflated(bytes.subarray(start)) }))
    .filter((part) => part.text !== '');
  return [{ name: 'file', text }, ...streams];
}

function inflated(bytes: Uint8Array): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}

function dataOf({ name, text }: Part): readonly Part[] {
  return Array.from(text.matchAll(/data:[\w/+.-]+;base64,([A-Za-z0-9+/=]+)/g), ({ index, 1: data = '' }) => ({
    name: `${name}, data at ${index}`,
    text: Buffer.from(data, 'base64').toString('latin1'),
  }));
}
