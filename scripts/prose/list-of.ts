/** The words of a table, written with spaces between them. */
export function listOf(words: string): readonly string[] {
  return words.split(' ');
}
