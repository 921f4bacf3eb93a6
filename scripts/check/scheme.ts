/**
 * The scheme of an address in lower case, or null for a relative one (RFC 3986 §3.1).
 * Browsers skip white space and control characters in it, so they do not count here either.
 */
export function schemeOf(url: string): string | null {
  const visible = Array.from(url).filter((character) => character > ' ');
  return /^([a-z][a-z0-9+.-]*):/i.exec(visible.join(''))?.[1]?.toLowerCase() ?? null;
}
