import { MachineError } from '../exit.ts';

/** What is wrong, by the file system's code (errno(3)), and the one thing to do. */
const faults: Readonly<Record<string, readonly [unexpected: string, advice: string]>> = {
  ENOSPC: ['full disk', 'make room on it and build again'],
  EDQUOT: ['full quota', 'make room and build again'],
  EFBIG: ['limit on the size of files', 'raise it (ulimit -f) and build again'],
  EROFS: ['read-only disk', 'choose a folder that can be written with --out'],
  EACCES: ['lack of permission', 'give yourself permission to write there, or choose another folder with --out'],
  EPERM: ['lack of permission', 'give yourself permission to write there, or choose another folder with --out'],
  ENOTDIR: ['file in place of a folder', 'choose a folder, not a file, with --out'],
  EEXIST: ['file in place of a folder', 'choose a folder, not a file, with --out'],
  EISDIR: ['folder in place of a file', 'move it away, or choose another folder with --out'],
  ENOENT: ['place where nothing can be made', 'choose another folder with --out'],
  ELOOP: ['link that leads to itself', 'choose another folder with --out'],
  ENAMETOOLONG: ['path that is too long', 'choose a shorter one with --out'],
  EIO: ['error of the disk', 'check the disk, or choose another folder with --out'],
  EBUSY: ['file that something else holds', 'close what uses it and build again'],
};

/** An error of the file system in the output folder as the line that a user reads; any other error as it is. */
export function folderFault(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!Object.hasOwn(faults, code)) return error;
  const [unexpected, advice] = faults[code] ?? ['', ''];
  return new MachineError(`Unexpected ${unexpected} (${code}) at \`${path}\`, expected to write there: ${advice}`, {
    cause: error,
  });
}

/** Does what writes to `path`; the file system's errors come as `folderFault`. */
export async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw folderFault(error, path);
  }
}
