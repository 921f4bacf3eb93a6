import { constants } from 'node:fs';
import { open, readdir, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { RuleId } from '../findings.ts';
import { findNearestName } from './nearest-name.ts';

/** Where a picture's address is looked up. */
export interface AssetSource {
  /** Absolute folder of the .md file. */
  readonly from: string;
  /** Absolute folder that nothing may leave. */
  readonly root: string;
  /** Further absolute folders to look in: the guide's figures, the shared figures. */
  readonly also: readonly string[];
}

/** A rule that a picture breaks, and the sentence that says so. */
export interface PictureProblem {
  readonly problem: RuleId;
  readonly message: string;
}

/** Most bytes of a picture's file. */
const mostBytes = 20_000_000;

/**
 * Finds the file that an author's address names: its absolute path without links. Only files inside `root` or one of
 * the further folders are found, after links are followed. `homesOf` may know where links of folders lead.
 */
export async function locatePicture(
  url: string,
  source: AssetSource,
  homesOf: (folders: readonly string[]) => Promise<readonly string[]> = followAll,
): Promise<{ path: string } | PictureProblem> {
  const remote = tellRemote(url);
  if (remote !== null) return remote;
  let problem: PictureProblem | null = null;
  for (const name of listNames(url)) {
    for (const [index, folder] of [source.from, ...source.also].entries()) {
      // A folder of the guide is no home of its own: it may be a link to anywhere.
      const homes = index === 0 || isInside(folder, source.root) ? [source.root] : [source.root, folder];
      const path = isAbsolute(name) ? name : resolve(folder, name);
      if (!homes.some((home) => isInside(path, home))) {
        problem ??= outside(url);
        continue;
      }
      const real = await follow(path);
      if (real === null) continue;
      if ('problem' in real) return unreadable(url, real.problem);
      const realHomes = await homesOf(homes);
      if (realHomes.some((home) => isInside(real.path, home))) return real;
      problem ??= outside(url);
    }
  }
  return problem ?? (await missing(url, source));
}

/** Reads a located file if it is a plain file of a sensible size. */
export async function readPictureFile(path: string, url: string): Promise<Uint8Array | PictureProblem> {
  try {
    // Without O_NONBLOCK a named pipe would wait for ever for somebody to write.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    try {
      const status = await handle.stat();
      if (!status.isFile()) return unreadable(url, 'no plain file');
      if (status.size > mostBytes) return tooBig(url, `${(status.size / 1e6).toFixed(1)} MB`);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    return unreadable(url, codeOf(error));
  }
}

/** The finding for a picture over a limit. */
export function tooBig(url: string, size: string): PictureProblem {
  return {
    problem: 'image-too-big',
    message: `Unexpected picture \`${url}\` of ${size}, expected at most 20 MB and 100 megapixels: make it smaller`,
  };
}

/** The finding for a picture that takes a guide's pictures over their limit, in bytes. */
export function tooMany(url: string, most: number): PictureProblem {
  return {
    problem: 'image-too-big',
    message: `Unexpected picture \`${url}\` that takes the guide's pictures over ${most / 1e6} MB, expected less: make them smaller or split the guide`,
  };
}

/** The finding for a picture that cannot be read, and why. */
export function unreadable(url: string, reason: string): PictureProblem {
  return {
    problem: 'image-unreadable',
    message: `Unexpected picture \`${url}\` with ${reason}, expected an SVG, PNG, JPEG, GIF or WebP file: export it again`,
  };
}

function tellRemote(url: string): PictureProblem | null {
  const [, scheme] = /^\s*([a-z][a-z0-9+.-]+):/i.exec(url) ?? [];
  if (scheme === undefined && !/^\s*[/\\]{2}/.test(url)) return null;
  const shown = url.length > 60 ? `${url.slice(0, 60)}…` : url;
  return {
    problem: 'image-remote',
    message: `Unexpected picture address \`${shown}\`, expected a file in the guide's folder: save the picture there and write its file name`,
  };
}

/** The address as it stands, percent-decoded, then without query and fragment; each in both forms that disks keep. */
function listNames(url: string): readonly string[] {
  const bare = url.replace(/[?#].*$/s, '');
  const names = [url, decodePercent(url), bare, decodePercent(bare)];
  const forms = names.flatMap((name) => [name, name.normalize('NFC'), name.normalize('NFD')]);
  return [...new Set(forms)].filter((name) => name !== '' && !name.includes('\0'));
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The path with its links followed; null where there is nothing. */
async function follow(path: string): Promise<{ path: string } | { problem: string } | null> {
  try {
    return { path: await realpath(path) };
  } catch (error) {
    const code = codeOf(error);
    return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code) ? null : { problem: code };
  }
}

/** Folders with their links followed; those that are not there are left out. */
export async function followAll(folders: readonly string[]): Promise<readonly string[]> {
  const followed = await Promise.all(folders.map(follow));
  return followed.flatMap((one) => (one !== null && 'path' in one ? one.path : []));
}

function outside(url: string): PictureProblem {
  return {
    problem: 'image-outside',
    message: `Unexpected picture \`${url}\` outside the guide's folder, expected a file in it: copy the picture there`,
  };
}

async function missing(url: string, source: AssetSource): Promise<PictureProblem> {
  const [, name = ''] = /([^/]*)$/.exec(decodePercent(url)) ?? [];
  const nearest = findNearestName(name, await listFiles(url, source));
  const advice = nearest === null ? 'add it or correct its name' : `did you mean \`${nearest}\``;
  return {
    problem: 'image-missing',
    message: `Unexpected picture \`${url}\`, expected a file of that name in the guide's folder: ${advice}`,
  };
}

/** Names of the files where the picture was looked for, nearest folder first. */
async function listFiles(url: string, { from, root, also }: AssetSource): Promise<readonly string[]> {
  const beside = dirname(resolve(from, decodePercent(url).replaceAll('\0', '')));
  const folders = [...(isInside(beside, root) || beside === root ? [beside] : []), ...also];
  const names: string[] = [];
  for (const folder of new Set(folders)) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    names.push(
      ...entries
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort(),
    );
  }
  return names;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
