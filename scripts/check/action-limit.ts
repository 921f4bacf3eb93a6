import { toString } from 'mdast-util-to-string';
import { primaryLanguage } from '../read/language-tag.ts';
import { blocks, contentOf } from './blocks.ts';
import type { Check } from './check.ts';
import { nodesIn } from './nodes.ts';

/** By language: row words of actions that can hurt, and words that say when to stop. Other languages are not judged. */
const languages: Readonly<Record<string, { readonly uses: RegExp; readonly stops: RegExp }>> = {
  en: {
    uses: /\b(?:warm(?:th)?|heat(?:ed|ing)?|hot|cold|ice|oils?|massag(?:e|ing)|press(?:ing|ure)?|knead|roller)\b/i,
    stops: /\b(?:not|never|no more than|at most|or less|stop|avoid|skip|only|unless|until)\b|n[’']t\b/i,
  },
};

/** An action with heat, cold, oil or pressure that does not say how much is enough, or when to stop. */
export const actionLimit: Check = {
  id: 'action-limit',
  run(context, report) {
    const words = languages[primaryLanguage(context.translation.language)];
    if (words === undefined) return;
    for (const found of blocks(context, 'action')) {
      const [row] = contentOf(found.node);
      const name = row?.type === 'paragraph' && row.children[0] ? toString(row.children[0]) : '';
      const used = words.uses.exec(name)?.[0];
      if (used === undefined) continue;
      const inside = nodesIn(found.section, 'fact', 'text').filter(({ ancestors }) => ancestors.includes(found.node));
      const hasNumber = inside.some(({ node }) => node.type === 'fact' && /\p{N}/u.test(toString(node)));
      const hasStop = inside.some(({ node }) => words.stops.test(toString(node)));
      const lacks = !hasNumber ? 'a fact that says how much' : 'a sentence that says when to stop';
      if (hasNumber && hasStop) continue;
      report('action-limit', found, `Unexpected action with \`${used}\` and no limit, expected ${lacks}: add it`);
    }
  },
};
