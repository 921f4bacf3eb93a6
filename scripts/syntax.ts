import type { Image, Parent, PhrasingContent } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';

/*
 * The author's syntax as mdast nodes, beyond CommonMark, GFM, front matter (`yaml`) and container directives.
 * The reader makes them, checks and the composer use them.
 */

/** `<phone:emergency>`: a number that the place gives. */
export interface Phone extends Parent {
  type: 'phone';
  service: string;
  children: [];
}

/** `[15 minutes](fact:warm-pack)`: visible text whose numbers must be those of the fact. */
export interface FactLink extends Parent {
  type: 'fact';
  id: string;
  children: PhrasingContent[];
}

/** `[@key]`, `[@a; @b]`: sources. */
export interface Citation extends Parent {
  type: 'citation';
  keys: string[];
  children: [];
}

/** A paragraph that starts with an image: the image, then its caption. */
export interface Figure extends Parent {
  type: 'figure';
  image: Image;
  /** The caption. */
  children: PhrasingContent[];
}

/** Names of blocks that an author may open with `:::`. */
export const blockNames = [
  'emergency',
  'urgent',
  'routine',
  'ask-first',
  'steps',
  'do',
  'dont',
  'tip',
  'myth',
  'write',
  'action',
  'tracker',
] as const;
export type BlockName = (typeof blockNames)[number];

/** Attributes that blocks take; the rest take none. `id` is `{#id}`. */
export const blockAttributes: Readonly<Partial<Record<BlockName, readonly string[]>>> = {
  action: ['id'],
  tracker: ['days'],
};

declare module 'mdast' {
  interface PhrasingContentMap {
    phone: Phone;
    fact: FactLink;
    citation: Citation;
  }
  interface BlockContentMap {
    figure: Figure;
  }
  interface RootContentMap {
    phone: Phone;
    fact: FactLink;
    citation: Citation;
    figure: Figure;
    containerDirective: ContainerDirective;
    leafDirective: LeafDirective;
    textDirective: TextDirective;
  }
  /** Pictures inside raw HTML: what checks need to know of them. */
  interface HtmlData {
    images?: { alt: string | null; name: string }[];
  }
  interface ImageData {
    /** The address as the author wrote it, before it became `asset:<id>`. */
    source?: string;
  }
}
