import type { Element as HastElement } from 'hast';
import { visit } from 'unist-util-visit';
import type { Element } from 'xast';
import type { Publication } from '../../model.ts';
import type { Pass } from './xhtml.ts';

/** By id: the file of the chapter that holds it. */
export type Places = ReadonlyMap<string, string>;

/** File name of a chapter in the book; `toc` and `cover` are taken by files of our own. */
export function chapterFile(id: string): string {
  if (!/^[\w-]+$/.test(id)) throw new Error(`Expected an ASCII slug as document id, got \`${id}\``);
  return id === 'toc' || id === 'cover' ? `${id}_.xhtml` : `${id}.xhtml`;
}

/** Finds where each id of the publication stands. */
export function findPlaces({ documents }: Publication): Places {
  const places = new Map<string, string>();
  for (const { id: document, body } of documents) {
    visit({ type: 'root', children: [...body] }, 'element', ({ properties }: HastElement) => {
      if (typeof properties.id === 'string') places.set(properties.id, chapterFile(document));
    });
  }
  return places;
}

/**
 * Turns links by id into links between the chapters' files. A link that leads nowhere, or out of the book by anything
 * but the web, mail or a phone, is reported and loses its target (EPUBCheck calls `javascript:` valid).
 */
export function linkChapters(file: string, places: Places, report: (message: string) => void): Pass {
  return (node: Element) => {
    const { href, ...rest } = node.attributes;
    if (node.name !== 'a' || typeof href !== 'string' || outward.test(href)) return node;
    if (!href.startsWith('#')) {
      report(`Unexpected link to \`${href}\` in ${file}, expected #id, https, mailto or tel: change the link`);
      return { ...node, attributes: rest };
    }
    const place = places.get(decode(href.slice(1)));
    if (place === undefined) {
      report(`Unexpected link to \`${href}\` in ${file}, expected an id of this book: change the link`);
      return { ...node, attributes: rest };
    }
    return place === file ? node : { ...node, attributes: { ...rest, href: place + href } };
  };
}

const outward = /^(?:https?:\/\/|mailto:|tel:)/i;

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
