import { sourceHash } from '../source-hash.ts';
import type { Check } from './check.ts';
import { translated } from './originals.ts';
import { quote } from './quote.ts';

/** A translation of a text that has changed since: it may say what is no longer right. */
export const translationStale: Check = {
  id: 'translation-stale',
  run(context, report) {
    for (const { section, original } of translated(context)) {
      const hash = sourceHash(original);
      if (section.translates === null || section.translates === hash) continue;
      const message = `Unexpected \`source: ${section.translates}\` while ${quote(original.file)} is now \`${hash}\`, expected a translation of the new text: compare the two, then write \`source: ${hash}\``;
      report('translation-stale', { file: section.file, position: section.tree.children[0]?.position }, message);
    }
  },
};
