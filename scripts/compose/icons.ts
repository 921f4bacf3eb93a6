import { createRequire } from 'node:module';
import type { Asset } from '../model.ts';

/* Health Icons (MIT), one weight. A name with `-white` is the same drawing for a dark ground. */

const drawings = {
  ambulance: 'ambulance',
  phone: 'phone',
  calendar: 'calendar',
  info: 'info',
  yes: 'yes',
  no: 'no',
} as const;

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string }>>;
}

/** The icon that an `src` of `icons/<name>.svg` means, or null for another address. */
export function iconAsset(src: string): Asset | null {
  const match = /^icons\/([a-z]+)(-white)?\.svg$/.exec(src);
  const name = match?.[1];
  if (!name || !(name in drawings)) return null;
  const { icons } = createRequire(import.meta.url)('@iconify-json/healthicons/icons.json') as IconSet;
  const body = icons[drawings[name as keyof typeof drawings]]?.body;
  if (!body) throw new Error(`Expected the icon ${name} in @iconify-json/healthicons`);
  const colour = match[2] ? '#ffffff' : '#1b1b1b';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48">${body.replaceAll('currentColor', colour)}</svg>`;
  return {
    id: `icon-${name}${match[2] ?? ''}.svg`,
    name: `${name}.svg`,
    mediaType: 'image/svg+xml',
    bytes: new TextEncoder().encode(svg),
    width: 48,
    height: 48,
  };
}
