const most = 80;

/** An author's words as a message shows them: in backticks, on one line, cut where they are long. */
export function quote(words: string): string {
  const line = words
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll('`', '’')
    .trim();
  return `\`${line.length > most ? `${Array.from(line).slice(0, most).join('')}…` : line}\``;
}
