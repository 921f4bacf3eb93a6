import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import type { Asset } from '../model.ts';
import { readBitmap } from './bitmap.ts';
import {
  type AssetSource,
  followAll,
  locatePicture,
  type PictureProblem,
  readPictureFile,
  tooBig,
  tooMany,
  unreadable,
} from './picture-file.ts';
import { tellPictureKind } from './picture-kind.ts';
import { slug } from './slug.ts';
import { sanitiseSvg } from './svg.ts';

export type { AssetSource } from './picture-file.ts';

/** A picture, or the rule that it breaks with the sentence that says so. */
export type AssetResult = { readonly asset: Asset } | PictureProblem;

/** A picture's content, before it has an id. */
type Picture = Omit<Asset, 'id' | 'name'>;

/** Pictures that are kept for who asks again. */
const mostKnown = 500;

/** Decoded pictures by their file's bytes, whoever asked first: guides share many. */
export class KnownPictures {
  readonly #pictures = new Map<string, Promise<Picture | PictureProblem>>();

  /** The picture in these bytes; `url` is how messages name it. */
  decode(bytes: Uint8Array, url: string): Promise<Picture | PictureProblem> {
    const key = `${createHash('sha256').update(bytes).digest('hex')} ${url}`;
    const picture = this.#pictures.get(key) ?? decodePicture(bytes, url);
    this.#pictures.delete(key);
    this.#pictures.set(key, picture);
    for (const oldest of this.#pictures.keys()) {
      if (this.#pictures.size <= mostKnown) break;
      this.#pictures.delete(oldest);
    }
    return picture;
  }
}

/** Most bytes of all picture files of a guide. */
export const mostBytesOfGuide = 100_000_000;

/**
 * Reads the pictures of one guide: each file once, made safe, with an id of its own. Nothing outside the
 * guide's folders is opened and nothing is fetched.
 */
export class AssetReader {
  /** What was read so far, by id, in the order of asking. */
  get assets(): ReadonlyMap<string, Asset> {
    return this.byId;
  }

  private readonly byId = new Map<string, Asset>();
  private readonly byPath = new Map<string, AssetResult>();
  private readonly homes = new Map<string, Promise<readonly string[]>>();
  private readonly known: KnownPictures;
  /** Bytes of the files that were read so far. */
  private bytes = 0;
  /** The last reading: one after the other, so that ids depend on the order of asking alone. */
  private last: Promise<unknown> = Promise.resolve();

  /** What other guides had decoded is not decoded again. */
  constructor(known: KnownPictures = new KnownPictures()) {
    this.known = known;
  }

  /** Reads the picture that an address in a Markdown file names; author mistakes come back as a problem. */
  read(url: string, source: AssetSource): Promise<AssetResult> {
    const reading = this.last.then(() => this.readNext(url, source));
    this.last = reading.catch(() => undefined);
    return reading;
  }

  private async readNext(url: string, source: AssetSource): Promise<AssetResult> {
    const located = await locatePicture(url, source, (folders) => this.homesOf(folders));
    if ('problem' in located) return located;
    const known = this.byPath.get(located.path);
    if (known !== undefined) return known;
    const picture = await this.readPicture(located.path, url);
    const result = 'problem' in picture ? picture : { asset: this.add(picture, basename(located.path)) };
    this.byPath.set(located.path, result);
    return result;
  }

  private async readPicture(path: string, url: string): Promise<Picture | PictureProblem> {
    const bytes = await readPictureFile(path, url);
    if ('problem' in bytes) return bytes;
    if (this.bytes + bytes.length > mostBytesOfGuide) return tooMany(url, mostBytesOfGuide);
    this.bytes += bytes.length;
    return this.known.decode(bytes, url);
  }

  private homesOf(folders: readonly string[]): Promise<readonly string[]> {
    const key = folders.join('\0');
    const homes = this.homes.get(key) ?? followAll(folders);
    this.homes.set(key, homes);
    return homes;
  }

  private add(picture: Picture, name: string): Asset {
    const stem = slug(basename(name, extname(name))) || 'picture';
    const extension = extensions[picture.mediaType];
    let id = `${stem}.${extension}`;
    for (let n = 2; this.byId.has(id); n++) id = `${stem}-${n}.${extension}`;
    const asset = { id, name, ...picture };
    this.byId.set(id, asset);
    return asset;
  }
}

const extensions = { 'image/svg+xml': 'svg', 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

async function decodePicture(bytes: Uint8Array, url: string): Promise<Picture | PictureProblem> {
  const kind = tellPictureKind(bytes);
  if (kind === null) return unreadable(url, 'unknown content');
  if (kind === 'svg') return readSvg(bytes, url);
  const bitmap = await readBitmap(bytes);
  if (!('problem' in bitmap)) return { ...bitmap, original: hashOf(bytes) };
  return bitmap.problem === 'image-too-big' ? tooBig(url, bitmap.reason) : unreadable(url, bitmap.reason);
}

function readSvg(bytes: Uint8Array, url: string): Picture | PictureProblem {
  const safe = sanitiseSvg(bytes);
  if ('problem' in safe) return unreadable(url, safe.problem);
  const { svg, width, height, dropped } = safe;
  if (dropped.length > 0) {
    const found = dropped.map((name) => `\`${name}\``).join(', ');
    return {
      problem: 'image-unsafe',
      message: `Unexpected ${found} in picture \`${url}\`, expected a drawing of plain shapes: export it as plain SVG`,
    };
  }
  // Git may write other line ends on another machine.
  const original = hashOf(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'));
  return { mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(svg), width, height, original };
}

function hashOf(file: Uint8Array | string): string {
  return createHash('sha256').update(file).digest('hex');
}
