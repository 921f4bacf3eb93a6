import { utf8 } from '../objects/text-string.ts';

/** The `id` behind the name of a destination: Chromium takes the name from a link's fragment, percent-encoding and all. */
export function destinationName(bytes: string): string {
  const name = utf8(bytes);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
