/** The sentence for an element that is left out: what to write instead. */
export function adviseOnElement(name: string): string {
  const [expected, advice] = advices.find(({ names }) => names.includes(name))?.words ?? [
    'Markdown or a simple element',
    'write it in Markdown',
  ];
  return `Unexpected \`<${name}>\`, expected ${expected}: ${advice}`;
}

const advices: readonly { readonly names: readonly string[]; readonly words: readonly [string, string] }[] = [
  { names: ['script', 'template'], words: ['text that does nothing', 'leave it out, nothing runs in a document'] },
  { names: ['style', 'link'], words: ['text without looks', 'leave it out, looks come from the edition'] },
  {
    names: ['iframe', 'object', 'embed', 'video', 'audio', 'frame', 'frameset', 'applet'],
    words: ['a link', 'write `[what it shows](https://…)`'],
  },
  {
    names: ['svg', 'math', 'canvas', 'img', 'image'],
    words: ['a picture in a file', 'write `![what it shows](file.svg)`'],
  },
  {
    names: ['form', 'input', 'button', 'select', 'option', 'textarea', 'fieldset', 'legend', 'datalist'],
    words: ['a line to write on', 'write `:::write`'],
  },
  { names: ['li', 'dt', 'dd'], words: ['a list around it', 'open the list first'] },
  {
    names: ['caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'col', 'colgroup'],
    words: ['a `<table>` around it', 'open the table first'],
  },
  { names: ['figcaption', 'summary', 'rt', 'rp'], words: ['its own element around it', 'open that first'] },
  { names: ['xmp', 'plaintext', 'listing'], words: ['a block of code', 'write it between lines of three backticks'] },
];
