import type { EditionId } from '../scripts/model.ts';
import { booklet } from './booklet.tsx';
import { checklist } from './checklist.tsx';
import { ebook } from './ebook.tsx';
import type { Edition } from './edition.ts';
import { guide } from './guide.tsx';
import { handout } from './handout.tsx';
import { largePrint } from './large-print.tsx';
import { web } from './web.tsx';

/** THE TABLE of editions: what a guide is made into. To add one: a template, its style sheet, a line here. */
export const editions = {
  handout,
  guide,
  checklist,
  'large-print': largePrint,
  booklet,
  ebook,
  web,
} as const satisfies Record<EditionId, Edition>;
