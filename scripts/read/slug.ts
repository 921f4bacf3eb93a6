/** ASCII `[a-z0-9-]*` of a name, marks dropped (`Rücken` is `rucken`); empty where nothing ASCII is left. */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđðþı]/g, (letter) => undecomposed.get(letter) ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
}

/** Makes each slug its own: the first keeps it, later ones get `-2`, `-3` and so on. */
export function uniqueSlugs(slugs: readonly string[]): string[] {
  const taken = new Set<string>();
  return slugs.map((wanted) => {
    let own = wanted;
    for (let n = 2; taken.has(own) || (own !== wanted && slugs.includes(own)); n += 1) own = `${wanted}-${n}`;
    taken.add(own);
    return own;
  });
}

/** File names and addresses hold it, so keep it short. */
const longest = 60;

/** Latin letters that Unicode does not take apart. */
const undecomposed: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
]);
