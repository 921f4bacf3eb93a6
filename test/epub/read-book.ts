import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';

/** The files of a book by their path; texts by `text`, which fails where there is no such file. */
export function readBook(bytes: Uint8Array): { readonly paths: readonly string[]; text: (path: string) => string } {
  const files = unzipSync(bytes);
  return {
    paths: Object.keys(files),
    text(path) {
      const file = files[path];
      expect(file, `no ${path} in the book`).toBeDefined();
      return file === undefined ? '' : strFromU8(file);
    },
  };
}
