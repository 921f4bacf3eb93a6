/**
 * Syllables of an English word, by rule: silent letters are left out, each group of vowels is one, vowels that are
 * spoken apart are added. Words that health guides use and the rules get wrong stand in a table.
 */
export function syllablesIn(word: string): number {
  const plain = word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{M}’']/gu, '');
  return plain.split(/[^a-z]+/).reduce((sum, part) => sum + (part === '' ? 0 : syllablesInPart(part)), 0);
}

/** Longer than any word that a person wrote: the patterns look back over the whole word. */
const longest = 40;

/** A guide has few different words, and each check counts them again. */
const counted = new Map<string, number>();

function syllablesInPart(long: string): number {
  const part = long.slice(0, longest);
  const syllables = counted.get(part) ?? count(part);
  counted.set(part, syllables);
  return syllables;
}

function count(part: string): number {
  const known = irregular.get(part) ?? irregular.get(part.replace(/s$/, ''));
  if (known !== undefined) return known;
  const spoken = silent.reduce((rest, pattern) => rest.replace(pattern, ''), part);
  const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0;
  return Math.max(1, groups + apart.reduce((sum, pattern) => sum + (spoken.match(pattern)?.length ?? 0), 0));
}

const silent: readonly RegExp[] = [
  // careful, movement, something, forehead; not supplement
  /(?<=[aeiouy][^aeiouy]*)(?<![^aeiouylr]l|[aeiouy])e(?=(?:fore|ful|head|less|ly|ment|ness|some|thing|time|ty|where|work)(?:ly|s)?$)/,
  // eased, tired, tiredness; not needed, settled
  /(?<![td]|[^aeiouylr]l)e(?=d(?:ness|ly)?$)/,
  // makes, breathes; not uses, pages, inches, muscles, litres
  /(?<![^aeiouylr]l|[bt]r|[cgsxz]|[cs]h)e(?=s$)/,
  // ease, while; not muscle, litre
  /(?<![^aeiouylr]l|[bt]r)e$/,
];

const apart: readonly RegExp[] = [
  // via, serious, physio; not special, region, million
  /(?<![cgstx])i(?=a)|(?<![cglnstx])i(?=o)|i(?=o(?![nu]))|i(?=u[ms]$)/g,
  // diet, science, experience; not friend, patient
  /(?:[dn]|(?<!f)r|qu|cl|sc)ie(?=[nt])|(?<![dnr]|qu)iety/g,
  // easier, carrier; not pier
  /(?<=[aeiouy].*[^aeiou])ie(?=r$|st$)/g,
  // nausea; not tea
  /(?<=[aeiouy].*[^aeiou])ea$/g,
  // video, museum, create; not people, surgeon, gorgeous
  /e(?=o(?!u|p|n$)|um)|crea(?=t)|rea(?=ct|li)/g,
  // usual, continuous, influence, fluid; not guard, quarter
  /(?<![gq])u(?=a|ou|en[cz])|(?:fl|r)ui(?=[dn])/g,
  // layer, beyond, anyone
  /(?<=[aou])y(?=[aeou])|(?<=e)y(?=[ao])|(?<=[^aeiouy])y(?=[aou])/g,
  // doing, drying
  /[aeiouy](?=ing)/g,
  // spasm, rhythm, isn’t
  /(?:s|th)(?=ms?$)|[ds](?=nt$)/g,
];

const irregular: ReadonlyMap<string, number> = new Map([
  ['ache', 1],
  ['acne', 2],
  ['area', 3],
  ['business', 2],
  ['clothes', 1],
  ['cooperate', 4],
  ['diabetes', 4],
  ['diarrhoea', 4],
  ['element', 3],
  ['evening', 2],
  ['every', 2],
  ['everybody', 4],
  ['everyone', 3],
  ['everything', 3],
  ['everywhere', 3],
  ['fuel', 2],
  ['headache', 2],
  ['hundred', 2],
  ['idea', 3],
  ['lion', 2],
  ['maybe', 2],
  ['naked', 2],
  ['poem', 2],
  ['recipe', 3],
  ['wednesday', 2],
]);
