import { utf8 } from '../objects/text-string.ts';

/**
 * The `id` behind the name of a destination (ISO 32000-1, 12.3.2.3), given one character per byte. Chromium takes the name from a
 * link's fragment, percent-encoding and all.
 */
export function destinationName(bytes: string): string {
  const fragment = utf8(bytes);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
