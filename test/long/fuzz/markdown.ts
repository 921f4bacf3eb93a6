import * as fc from 'fast-check';
import { blockNames } from '../../../scripts/syntax.ts';

/*
 * Arbitrary Markdown: the grammar's own pieces, put together as an author might and as nobody would, with noise between them.
 */

/** Words in the scripts of several guides; none holds a mark of Markdown. */
const word = fc.constantFrom(
  'back',
  'pain',
  'ünïcode',
  'كمادة',
  'ガイド',
  'हिन्दी',
  '10',
  '15.5',
  '5',
  'e\u0301',
  '👍🏽',
  'fi',
  'a\u00A0b',
);

const plain = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

/** Pieces that mean something within a line. */
const inlinePiece = fc.oneof(
  { weight: 4, arbitrary: plain },
  plain.map((text) => `*${text}*`),
  plain.map((text) => `**${text}**`),
  plain.map((text) => `~~${text}~~`),
  plain.map((text) => `\`${text}\``),
  plain.map((text) => `[${text}](https://example.org/a_(b))`),
  plain.map((text) => `[${text}](#a-guide "title")`),
  plain.map((text) => `[${text}](fact:none)`),
  fc.constantFrom(
    '<phone:emergency>',
    '<phone:none>',
    '[@who2020; @x]',
    '[^1]',
    '[^none]',
    '<https://example.org>',
    'www.example.org',
    'a@b.org',
    '10:30',
    '5~10',
    '&amp;',
    '&#x41;',
    '&bogus;',
    '\\*',
    '![](none.png)',
    '![alt *text*](none.png "t")',
    '<b>',
    '</b>',
    '<br>',
    '<span lang="fr">',
    '<img src="x.png" alt="y">',
    '<kbd>',
    '</div>',
    '  \n',
    '\\\n',
  ),
);

/** What no grammar has. */
const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'*_`[]()!<>#-+=|:~^@\\"\'{}&;/\n\t 0aZ'), maxLength: 24 }),
);

const line = fc.array(inlinePiece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(' '));

const leaf = fc.oneof(
  { weight: 4, arbitrary: line },
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), line)
    .map(([depth, text]) => `${'#'.repeat(depth)} ${text.replaceAll('\n', ' ')}`),
  line.map((text) => `${text}\n===`),
  line.map((text) => `\`\`\`js\n${text}\n\`\`\``),
  line.map((text) => `    ${text}`),
  line.map((text) => `[^1]: ${text}`),
  plain.map((text) => `[${text}]: https://example.org '${text}'`),
  fc
    .array(fc.array(plain, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    .map(([head = [], ...rows]) =>
      [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    ),
  line.map((text) => `<div>\n\n${text}\n\n</div>`),
  line.map((text) => `<details><summary>${text.replaceAll('\n', ' ')}</summary></details>`),
  fc.constantFrom(
    '---',
    '***',
    '<!-- a comment -->',
    '<table><tr><td>cell</table>',
    '<p align=center>',
    '- [ ] task\n- [x] done',
  ),
);

const block = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    tie('block').map((inner) => indented(inner, '> ', '> ')),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item) => indented(item, '- ', '  ')).join('\n')),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item, index) => indented(item, `${index + 1}. `, '   ')).join('\n')),
    fc
      .tuple(
        fc.constantFrom(
          ...blockNames.filter((name) => name !== 'action' && name !== 'tracker'),
          'action{#x}',
          'tracker{days=3}',
          'tip{a=b c}',
          'none',
          '',
        ),
        tie('block'),
      )
      .map(([name, inner]) => `:::${name}\n${inner}\n:::`),
  ),
})).block;

function indented(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((one, index) => (index === 0 ? first : rest) + one)
    .join('\n');
}

const frontMatter = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  fc.constantFrom(
    '---\nin: [handout, web]\n---\n',
    '---\ntitle: "a: b"\n---\n',
    '---\nin: nowhere\nx: y\n---\n',
    '---\n__proto__: x\n---\n',
    '---\n',
    '+++\na = 1\n+++\n',
  ),
  noise.map((text) => `---\n${text}\n---\n`),
);

/** A section as somebody might write it. */
export const markdown: fc.Arbitrary<string> = fc
  .tuple(frontMatter, fc.array(fc.oneof({ weight: 5, arbitrary: block }, noise), { minLength: 1, maxLength: 8 }))
  .map(([head, blocks]) => `${head}# A guide\n\n${blocks.join('\n\n')}\n`);

/** Markdown of well-formed pieces alone: what of it is not printed must be a finding. */
export const wellFormed: fc.Arbitrary<string> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((blocks) => blocks.join('\n\n'));

/** The seed of a run: fixed, but for `GUIDEPRESS_SEED`. */
export const seed = Number(process.env['GUIDEPRESS_SEED'] ?? 20_260_101);
