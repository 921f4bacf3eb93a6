import { createHash } from 'node:crypto';
import type { Library, Order } from '../model.ts';

/** Namespace for addresses, RFC 9562 appendix A. */
const urlNamespace = '6ba7b8119dad11d180b400c04fd430c8';

/** `urn:uuid:` with a name-based UUID, version 5 (RFC 9562 §5.5): the same name gives the same id for ever. */
export function identifierOf(name: string): string {
  const hash = createHash('sha1').update(Buffer.from(urlNamespace, 'hex')).update(name).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`;
}

/** A product's identifier: the same guide, language, place, clinic, edition, paper and variant have the same for ever. */
export function productIdentifier(order: Order, library: Library): string {
  return identifierOf(
    [
      library.url ?? 'guidepress',
      order.guide.id,
      order.language.tag,
      order.country?.code ?? '',
      order.clinic?.id ?? '',
      order.edition,
      order.paper ?? '',
      ...(order.variant ? [order.variant] : []),
    ].join('/'),
  );
}
