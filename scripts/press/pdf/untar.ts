/** A regular file of a tape archive. */
export interface ArchivedFile {
  /** Path inside the archive, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const block = 512;

/**
 * The regular files of a tape archive, in its order (POSIX.1-1988 `ustar`, names up to 100 bytes).
 * Throws on a name that could leave the folder it is unpacked into, and on a kind of entry that is neither file nor folder.
 */
export function untar(archive: Uint8Array): readonly ArchivedFile[] {
  const files: ArchivedFile[] = [];
  for (let at = 0; at + block <= archive.length && archive[at] !== 0;) {
    const path = field(archive, at, 0, 100);
    const size = octal(archive, at, 124);
    const kind = field(archive, at, 156, 1);
    if (kind === '' || kind === '0') {
      files.push({ path: inside(path), bytes: archive.subarray(at + block, at + block + size) });
    } else if (kind !== '5') {
      throw new Error(`Unexpected archive entry of kind \`${kind}\` at \`${path}\`, expected files and folders`);
    }
    at += block + Math.ceil(size / block) * block;
  }
  return files;
}

function inside(path: string): string {
  const safe = path !== '' && !path.startsWith('/') && !path.split('/').includes('..') && !path.includes('\\');
  if (!safe) throw new Error(`Unexpected archive entry \`${path}\`, expected a path inside the archive`);
  return path;
}

function field(archive: Uint8Array, at: number, from: number, length: number): string {
  const bytes = archive.subarray(at + from, at + from + length);
  const end = bytes.indexOf(0);
  return Buffer.from(end === -1 ? bytes : bytes.subarray(0, end)).toString('utf8');
}

function octal(archive: Uint8Array, at: number, from: number): number {
  return Number.parseInt(field(archive, at, from, 12).trim() || '0', 8);
}
