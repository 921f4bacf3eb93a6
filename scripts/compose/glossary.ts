import type { Element, ElementContent, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { GlossaryEntry } from '../model.ts';
import type { SectionView, Term } from '../../templates/view.ts';
import { contentOf, textOf } from './blocks.ts';

/** The glossary's words that these sections use, in the glossary's order. */
export function termsIn(sections: readonly SectionView[], glossary: readonly GlossaryEntry[]): Term[] {
  const text = sections.flatMap((section) => section.blocks.map((block) => textOf(contentOf(block)))).join('\n');
  return glossary.flatMap((entry, index) =>
    pattern(entry).test(text)
      ? [{ id: `guidepress-word-${index + 1}`, word: entry.word, meaning: entry.meaning, forms: entry.forms }]
      : [],
  );
}

/** Links the first use of each word within an element (a section) to its meaning. */
export function linkTerms(root: Element, terms: readonly Term[]): void {
  const text = toString(root);
  for (const term of terms) {
    const find = pattern(term);
    // Most words are not in most sections.
    if (!find.test(text)) continue;
    let linked = false;
    visit(root, (node, index, parent) => {
      if (linked) return false;
      if (node.type === 'element' && /^(?:a|h[1-6]|th|code|pre|gp-phone)$/.test(node.tagName)) return SKIP;
      if (node.type !== 'text' || index === undefined || parent?.type !== 'element') return undefined;
      const match = find.exec(node.value);
      if (!match) return undefined;
      parent.children.splice(index, 1, ...around(node, match, term));
      linked = true;
      return false;
    });
  }
}

function around(node: Text, match: RegExpExecArray, term: Term): ElementContent[] {
  const end = match.index + match[0].length;
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: `#${term.id}`, className: ['term'] },
    children: [{ type: 'text', value: match[0] }],
  };
  const parts: ElementContent[] = [
    { type: 'text', value: node.value.slice(0, match.index) },
    link,
    { type: 'text', value: node.value.slice(end) },
  ];
  return parts.filter((part) => part.type !== 'text' || part.value !== '');
}

function pattern({ word, forms }: { word: string; forms: readonly string[] }): RegExp {
  const any = [word, ...forms]
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}
