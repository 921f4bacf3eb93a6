import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import type { RuleId } from '../../scripts/findings.ts';
import { forgedPng, hugePng } from './png.ts';

/** An input that is made to hang, fill or break a program. */
export interface Pathological {
  readonly name: string;
  /** Writes the guide into an empty folder; gives the file or folder to build, relative to it. */
  readonly write: (folder: string) => string | Promise<string>;
  /** The rule that refuses it; `made` where products must come of it. */
  readonly ends: RuleId | 'made';
  /** True for the few that the normal suite runs too. */
  readonly normal?: true;
}

const head = '# A guide\n\nWords before.\n\n';
const tail = '\n\nWords after.\n';

function times(count: number, piece: string | ((index: number) => string)): string {
  if (typeof piece === 'string') return piece.repeat(count);
  return Array.from({ length: count }, (_, index) => piece(index)).join('');
}

/** A guide of one Markdown file. */
function markdown(
  name: string,
  ends: Pathological['ends'],
  body: () => string,
  extra: { readonly normal?: true } = {},
): Pathological {
  const write = (folder: string): string => {
    writeFileSync(path.join(folder, 'x.md'), body());
    return 'x.md';
  };
  return { name, ends, write, ...extra };
}

/** A guide with one picture. */
function picture(
  name: string,
  ends: Pathological['ends'],
  file: string,
  content: () => string | Uint8Array,
  extra: { readonly normal?: true } = {},
): Pathological {
  const write = (folder: string): string => {
    writeFileSync(path.join(folder, 'x.md'), `${head}![a picture](${file})${tail}`);
    writeFileSync(path.join(folder, file), content());
    return 'x.md';
  };
  return { name, ends, write, ...extra };
}

const drawing = (body: string, before = ''): string =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">${body}</svg>`;

const marks: readonly Pathological[] = [
  markdown('emphasis bomb: 100,000 `*a `', 'made', () => head + times(100_000, '*a ') + tail),
  markdown('emphasis bomb: 50,000 `*a_ `', 'section-too-slow', () => head + times(50_000, '*a_ ') + tail),
  markdown('nested emphasis: 10,000 `**a `, closed', 'section-too-slow', () =>
    [head, times(10_000, '**a '), times(10_000, 'b** '), tail].join(''),
  ),
  markdown('stars alone: 200,000', 'made', () => head + times(200_000, '*') + tail),
  markdown('bracket bomb: 50,000 `[`', 'section-too-big', () => head + times(50_000, '[') + tail, { normal: true }),
  markdown('bracket bomb: 50,000 `[a](`', 'section-too-slow', () => head + times(50_000, '[a](') + tail),
  markdown(
    'bracket bomb: 25,000 nested links',
    'section-too-slow',
    () => head + times(25_000, '[a') + times(25_000, '](b)') + tail,
  ),
  markdown('image bomb: 20,000 `![`', 'section-too-big', () => head + times(20_000, '![') + tail),
  markdown('citation bomb: 20,000 `[@a; `', 'made', () => head + times(20_000, '[@a; ') + tail),
  markdown('footnote brackets: 20,000 `[^`', 'section-too-big', () => head + times(20_000, '[^') + tail),
  markdown(
    'backtick runs of 1 to 1,300',
    'section-too-slow',
    () => head + times(1300, (n) => `a${times(n + 1, '`')}`) + tail,
  ),
  markdown('backslashes: 400,000', 'section-too-big', () => head + times(400_000, '\\') + tail),
  markdown('entities: 100,000 `&amp;`', 'section-too-big', () => head + times(100_000, '&amp;') + tail),
  markdown('strikethrough: 100,000 `~~a `', 'made', () => head + times(100_000, '~~a ') + tail),
  markdown('addresses: 40,000 `www.a.b `', 'section-too-big', () => head + times(40_000, 'www.a.b ') + tail),
  markdown('mail addresses: 300,000 letters and `@`', 'section-too-big', () => head + times(150_000, 'a@') + tail),
  markdown('one word of 900,000 letters', 'section-too-big', () => head + times(900_000, 'a') + tail),
];

const blocks: readonly Pathological[] = [
  markdown('10,000 `>` on one line', 'nesting-deep', () => head + times(10_000, '>') + tail, { normal: true }),
  markdown(
    '10,000 `> ` down the page',
    'section-too-big',
    () => head + times(10_000, (n) => `${times(Math.min(n, 99), '>')} a\n`),
  ),
  markdown('a list 1,000 deep', 'section-too-big', () => head + times(1000, (n) => `${times(n, '  ')}- level\n`)),
  markdown('a list 1,000 deep on a line', 'nesting-deep', () => head + times(1000, '- ') + tail),
  markdown(
    'a list 600 deep, by single spaces',
    'nesting-deep',
    () => head + times(600, (n) => `${times(n, ' ')}- level\n`),
  ),
  markdown('a line of 50 MB', 'section-too-big', () => head + times(5_000_000, 'ten bytes ') + tail, { normal: true }),
  markdown('100,000 paragraphs', 'section-too-slow', () => head + times(100_000, 'Ten words\n\n').slice(0, 990_000)),
  markdown('10,000 footnotes', 'section-too-big', () =>
    [head, times(10_000, (n) => `Word[^${n}] `), '\n\n', times(10_000, (n) => `[^${n}]: Note ${n}.\n`)].join(''),
  ),
  markdown('100,000 empty list items', 'section-too-slow', () => head + times(100_000, '-\n')),
  markdown('10,000 headings', 'section-too-big', () => head + times(10_000, (n) => `## Heading ${n}\n\nText.\n\n`)),
  markdown('link references: 20,000 definitions', 'section-too-slow', () =>
    [head, times(20_000, (n) => `[r${n}]: https://example.org/${n}\n`), '\n', times(5000, (n) => `[r${n}] `)].join(''),
  ),
  markdown('link references: 30,000 unclosed', 'section-too-slow', () => head + times(30_000, '[a]: <\n') + tail),
  markdown('one reference, 3,000 times 100 KB of address', 'section-too-big', () =>
    [head, `[r]: https://example.org/${times(100_000, 'x')}\n\n`, times(3000, '[r] '), tail].join(''),
  ),
  markdown('a table of 10,000 columns', 'section-too-big', () =>
    [head, `|${times(10_000, 'a|')}\n|${times(10_000, '-|')}\n|${times(10_000, 'b|')}\n`, tail].join(''),
  ),
  markdown('a table of 10,000 columns and 10,000 short rows', 'section-too-big', () =>
    [head, `|${times(10_000, 'a|')}\n|${times(10_000, '-|')}\n`, times(10_000, '|b|\n'), tail].join(''),
  ),
  markdown(
    'a table of 40,000 rows',
    'section-too-big',
    () => head + `|a|b|\n|-|-|\n${times(40_000, '|b|c|\n')}${tail}`,
  ),
  markdown('a table that never starts: 100,000 `|a`', 'section-too-big', () => head + times(100_000, '|a') + tail),
  markdown('unclosed fences: 10,000', 'made', () => head + times(10_000, '```\na\n') + tail),
  markdown('directives in each other: 200', 'nesting-deep', () =>
    [head, times(200, (n) => `${times(203 - n, ':')}tip\n`), 'a\n', times(200, (n) => `${times(n + 4, ':')}\n`)].join(
      '',
    ),
  ),
  markdown('unclosed directives: 5,000', 'section-too-slow', () => head + times(5000, ':::tip\n')),
  markdown(
    'directive attributes: 100,000',
    'attribute-unknown',
    () => `${head}:::tip{${times(100_000, 'a=b ')}}\na\n:::\n`,
  ),
];

const html: readonly Pathological[] = [
  markdown('comments never closed: 50,000', 'made', () => head + times(50_000, '<!-- a ') + tail, { normal: true }),
  markdown('comments in a paragraph: 60,000', 'section-too-big', () => `${head}a ${times(60_000, '<!---->')}${tail}`),
  markdown('`<!` and `<?` : 100,000 each', 'section-too-slow', () => `${head}a ${times(100_000, '<!A <?')}${tail}`),
  markdown('elements in each other: 20,000 `<div>`', 'made', () => head + times(20_000, '<div>') + tail),
  markdown('elements in a paragraph: 20,000 `<b>`', 'section-too-big', () => `${head}a ${times(20_000, '<b>')}${tail}`),
  markdown(
    'elements closed wrongly: 20,000 `<b><i></b></i>`',
    'section-too-big',
    () => head + times(20_000, '<b><i>a</b></i>') + tail,
  ),
  markdown(
    'attributes: 100,000 on one element',
    'made',
    () => `${head}<p ${times(100_000, (n) => `a${n} `)}>a</p>${tail}`,
  ),
];

const yaml: readonly Pathological[] = [
  markdown(
    'aliases that multiply',
    'yaml-syntax',
    () =>
      [
        '---\na: &a [x, x, x, x, x, x, x, x, x]\n',
        times(9, (n) => `b${n}: &b${n} [${times(9, n === 0 ? '*a, ' : `*b${n - 1}, `)}x]\n`),
        `---\n${head}`,
      ].join(''),
    { normal: true },
  ),
  markdown('an alias of itself', 'yaml-syntax', () => `---\na: &a [*a]\n---\n${head}`),
  markdown(
    'fields named `__proto__`, `constructor`, `toString`',
    'made',
    () => `---\n__proto__: {in: [x], polluted: yes}\nconstructor: a\ntoString: b\nhasOwnProperty: c\n---\n${head}`,
    { normal: true },
  ),
  markdown('60,000 brackets in front matter', 'yaml-syntax', () => `---\na: ${times(60_000, '[')}\n---\n${head}`),
  markdown('50,000 equal fields', 'yaml-syntax', () => `---\n${times(50_000, 'a: b\n')}---\n${head}`),
  markdown('50,000 fields', 'made', () => `---\n${times(50_000, (n) => `a${n}: b\n`)}---\n${head}`),
  markdown('quotes never closed: 900 KB', 'yaml-syntax', () => `---\na: "${times(90_000, 'ten bytes ')}\n---\n${head}`),
  markdown(
    '30,000 tags and anchors',
    'yaml-syntax',
    () => `---\na: [${times(30_000, (n) => `!t &a${n} b, `)}]\n---\n${head}`,
  ),
];

const pictures: readonly Pathological[] = [
  picture('a PNG of 30,000 × 30,000 pixels', 'image-too-big', 'big.png', () => hugePng(30_000, 30_000)),
  picture(
    'a PNG that says 30,000 × 30,000 and holds nothing',
    'image-too-big',
    'big.png',
    () => forgedPng(30_000, 30_000),
    {
      normal: true,
    },
  ),
  picture('a PNG that says 9,000 × 9,000 and holds nothing', 'image-unreadable', 'big.png', () =>
    forgedPng(9000, 9000),
  ),
  picture('a PNG of 9,900 × 9,900 pixels', 'made', 'big.png', () => hugePng(9900, 9900)),
  picture('a PNG of 1 × 90,000,000 pixels', 'image-unreadable', 'tall.png', () => forgedPng(1, 90_000_000)),
  picture('a PNG of 2,000,000,000 × 2,000,000,000', 'image-too-big', 'x.png', () => forgedPng(2e9, 2e9)),
  picture('groups in each other: 20,000', 'image-unreadable', 'a.svg', () =>
    drawing(times(20_000, '<g>') + times(20_000, '</g>')),
  ),
  picture(
    '`use` that multiplies',
    'image-unreadable',
    'a.svg',
    () =>
      drawing(
        `<g id="a0"><rect width="1" height="1"/></g>${times(12, (n) => `<g id="a${n + 1}">${times(10, `<use href="#a${n}"/>`)}</g>`)}`,
      ),
    { normal: true },
  ),
  picture('`use` of itself', 'image-unreadable', 'a.svg', () =>
    drawing('<g id="a"><use href="#a"/><use href="#a"/></g>'),
  ),
  picture('a path of 4 MB', 'made', 'a.svg', () => drawing(`<path d="M0 0${times(600_000, 'L9 9 ')}"/>`)),
  picture('entities that multiply', 'image-unreadable', 'a.svg', () =>
    drawing(
      '<text>&i;</text>',
      `<!DOCTYPE svg [<!ENTITY a "ha">${times(9, (n) => `<!ENTITY ${'bcdefghij'[n]} "${times(10, `&${'abcdefghi'[n]};`)}">`)}]>`,
    ),
  ),
  picture('patterns in patterns', 'made', 'a.svg', () =>
    drawing(
      `<pattern id="p0" width="1" height="1"><rect width="1" height="1"/></pattern>${times(20, (n) => `<pattern id="p${n + 1}" width=".1" height=".1" patternUnits="userSpaceOnUse"><rect fill="url(#p${n})" width="1" height="1"/></pattern>`)}<rect fill="url(#p20)" width="100" height="100"/>`,
    ),
  ),
  picture('40,000 shapes', 'made', 'a.svg', () =>
    drawing(times(40_000, (n) => `<circle cx="${n % 100}" cy="${n % 97}" r="1"/>`)),
  ),
  picture(
    'a size of 100,000 × 0.1',
    'text-audit',
    'a.svg',
    () => '<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="0.1"><rect width="9" height="9"/></svg>',
  ),
];

const files: readonly Pathological[] = [
  {
    name: 'a named pipe as a section, a device and a socket beside it',
    ends: 'file-unreadable',
    normal: true,
    async write(folder) {
      mkdirSync(path.join(folder, 'x'));
      writeFileSync(path.join(folder, 'x/01-a.md'), head);
      execFileSync('mkfifo', [path.join(folder, 'x/02-pipe.md'), path.join(folder, 'x/pipe.png')]);
      symlinkSync('/dev/zero', path.join(folder, 'x/03-zero.md'));
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(path.join(folder, 'x/04-socket.md'), resolve));
      server.unref();
      return 'x';
    },
  },
  {
    name: 'named pipes and devices as pictures',
    ends: 'image-unreadable',
    write(folder) {
      execFileSync('mkfifo', [path.join(folder, 'pipe.png')]);
      symlinkSync('/dev/zero', path.join(folder, 'zero.png'));
      writeFileSync(path.join(folder, 'x.md'), `${head}![a](pipe.png)\n\n![b](zero.png)\n\n![c](/dev/stdin)\n`);
      return 'x.md';
    },
  },
  {
    name: 'links that leave the folder, lead to themselves or round in circles',
    ends: 'file-unreadable',
    normal: true,
    write(folder) {
      mkdirSync(path.join(folder, 'x/inner'), { recursive: true });
      writeFileSync(path.join(folder, 'x/01-a.md'), `${head}![a](shadow.png)\n`);
      symlinkSync('/etc/passwd', path.join(folder, 'x/02-out.md'));
      symlinkSync('/etc/passwd', path.join(folder, 'x/shadow.png'));
      symlinkSync('03-self.md', path.join(folder, 'x/03-self.md'));
      symlinkSync('..', path.join(folder, 'x/inner/round'));
      symlinkSync('/proc', path.join(folder, 'x/inner/proc'));
      return 'x';
    },
  },
  {
    name: '2,000 folders in each other',
    ends: 'file-unreadable',
    write(folder) {
      let at = path.join(folder, 'x');
      mkdirSync(at);
      writeFileSync(path.join(at, '01-a.md'), head);
      for (let depth = 0; depth < 1900; depth++) at += '/a';
      mkdirSync(at, { recursive: true });
      return 'x';
    },
  },
  {
    name: '5,000 findings in one guide',
    ends: 'image-missing',
    write(folder) {
      writeFileSync(path.join(folder, 'x.md'), head + times(5000, (n) => `![a](none-${n}.png)\n\n`));
      return 'x.md';
    },
  },
];

/** THE TABLE of pathological inputs, made here and nowhere downloaded. */
export const pathological: readonly Pathological[] = [...marks, ...blocks, ...html, ...yaml, ...pictures, ...files];
