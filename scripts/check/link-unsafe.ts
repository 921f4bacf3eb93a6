import type { Check } from './check.ts';
import { links } from './links.ts';
import { quote } from './quote.ts';
import { schemeOf } from './scheme.ts';

const schemes = ['http', 'https', 'mailto', 'tel'];

/** A link that may run something, open a reader's own files, or mean another place wherever the product lies. */
export const linkUnsafe: Check = {
  id: 'link-unsafe',
  run({ translation }, report) {
    for (const { url, where } of links(translation)) {
      const expected = expectedFor(url);
      if (expected !== null) report('link-unsafe', where, `Unexpected link to ${quote(url)}, expected ${expected}`);
    }
  },
};

function expectedFor(url: string): string | null {
  const scheme = schemeOf(url);
  if (/^[/\\]/.test(url)) return 'a web address or a section of this guide: write the whole `https://` address';
  if (scheme === null) return null;
  if (scheme === 'phone') return 'a service such as `<phone:emergency>`: write it so';
  if (!schemes.includes(scheme))
    return '`https:`, `http:`, `mailto:` or `tel:`: remove the link or write a web address';
  if (!scheme.startsWith('http')) return null;
  if (!URL.canParse(url)) return 'a whole web address: correct it';
  return new URL(url).hostname.endsWith('.invalid') ? 'a host that exists: `.invalid` is kept for form fields' : null;
}
