// @ts-check

/** @typedef {import('../offers.ts').Offer} Offer */

/** @type {Readonly<Record<string, string>>} */
export const editionNames = {
  handout: 'Handout',
  guide: 'Whole guide',
  checklist: 'Checklist',
  'large-print': 'Large print',
  booklet: 'Booklet',
  ebook: 'Ebook',
  web: 'Web page',
};
/** @type {Readonly<Record<string, string>>} */
const paperNames = { a4: 'A4', letter: 'Letter' };

/** What to do when the reader has chosen; replaced whenever the offers are.
 * @type {(field: string) => void} */
let tell = () => {};
document.querySelector('form.choice')?.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement) tell(target.name);
});
document.querySelector('form.choice')?.addEventListener('submit', (event) => event.preventDefault());

/**
 * Fills the four selects with what there is, and tells what is chosen. What a new choice does not have (a language of another
 * guide) becomes the nearest that it has.
 * @param {readonly Offer[]} offers
 * @param {string | null} shown
 * @param {(path: string) => void} onChoice
 */
export function showChoice(offers, shown, onChoice) {
  const form = /** @type {HTMLFormElement} */ (document.querySelector('form.choice'));
  const now = offers.find(({ path }) => path === shown) ?? offers[0];
  if (!now) return;
  const sameGuide = offers.filter(({ guide }) => guide.id === now.guide.id);
  const sameLanguage = sameGuide.filter(({ language }) => language.tag === now.language.tag);
  const sameEdition = sameLanguage.filter(({ edition }) => edition === now.edition);
  const lists = {
    guide: offers.map(({ guide }) => [guide.id, titleOf(offers, guide.id, now.language.tag)]),
    language: sameGuide.map(({ language }) => [language.tag, language.name]),
    edition: Object.keys(editionNames)
      .filter((id) => sameLanguage.some(({ edition }) => edition === id))
      .map((id) => [id, editionNames[id] ?? id]),
    paper: sameEdition.flatMap(({ paper }) => (paper === null ? [] : [[paper, paperNames[paper] ?? paper]])),
  };
  const values = { guide: now.guide.id, language: now.language.tag, edition: now.edition, paper: now.paper ?? '' };
  for (const [field, options] of Object.entries(lists)) {
    const select = /** @type {HTMLSelectElement} */ (form.elements.namedItem(field));
    const unique = [...new Map(options.map(([value = '', label = '']) => [value, label]))];
    fill(select, unique);
    select.value = values[/** @type {keyof typeof values} */ (field)];
    const label = select.closest('label');
    if (label) label.hidden = unique.length === 0;
  }
  tell = (field) => {
    const wish = Object.fromEntries(Array.from(form.querySelectorAll('select'), ({ name, value }) => [name, value]));
    const found = nearest(offers, wish, field);
    if (found) onChoice(found.path);
  };
}

/** A select that is open keeps its place: its options are replaced only where they differ.
 * @param {HTMLSelectElement} select
 * @param {readonly (readonly [string, string])[]} options */
function fill(select, options) {
  const same =
    select.options.length === options.length &&
    options.every(([value, label], index) => {
      const option = select.options[index];
      return option?.value === value && option.label === label;
    });
  if (!same) select.replaceChildren(...options.map(([value, label]) => new Option(label, value)));
}

/** @param {readonly Offer[]} offers
 * @param {Readonly<Record<string, string>>} wish
 * @param {string} changed */
function nearest(offers, wish, changed) {
  /** @param {Offer} offer */
  const score = (offer) => {
    const has = {
      guide: offer.guide.id,
      language: offer.language.tag,
      edition: offer.edition,
      paper: offer.paper ?? '',
    };
    return Object.entries(has).reduce(
      (sum, [field, value]) => sum + (wish[field] === value ? (field === changed ? 100 : (weights[field] ?? 0)) : 0),
      0,
    );
  };
  return offers.toSorted((a, b) => score(b) - score(a))[0];
}

/** @type {Readonly<Record<string, number>>} */
const weights = { guide: 20, language: 10, edition: 5, paper: 1 };

/** @param {readonly Offer[]} offers
 * @param {string} id
 * @param {string} tag */
function titleOf(offers, id, tag) {
  const own = offers.filter(({ guide }) => guide.id === id);
  return (own.find(({ language }) => language.tag === tag) ?? own[0])?.guide.title ?? id;
}
