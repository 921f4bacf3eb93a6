import { smallLibrary } from '../read/small-library.ts';

/** A drawing whose file has line ends. */
export const drawing = '<svg xmlns="http://www.w3.org/2000/svg"\n viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>\n';

/** A library with each thing that a signature covers, and some that it does not. */
export const signedLibrary: Readonly<Record<string, string>> = {
  ...smallLibrary,
  'content/places/GB.yml':
    'name: United Kingdom\nemergency: {say: 999, dial: 999}\nurgent: {say: NHS 111, dial: 111}\nnames:\n  en-GB: {urgent: NHS 111}\npaper: a4\n',
  'content/places/IE.yml': 'name: Ireland\nemergency: {say: 112 or 999, dial: 112}\n',
  'content/facts.yml': 'pack: 15 minutes, 20 at most\nwalk: 10 minutes\n',
  'content/references.yml':
    'french2006: {type: book, title: Warmth, author: [{family: French, given: S}], issued: 2006, seen: full, checked: 2026-01-01}\nother2001: {type: book, title: Cold, seen: full}\n',
  'content/shared/en-GB/rest.md': '# Rest\n\nRest a little.\n',
  'content/guides/back/guide.yml': 'title: Back\npromise: It eases.\ndate: 2026-01-02\nversion: "1.0"\nfunding: none\n',
  'content/guides/back/en-GB/01-start.md': [
    '---\nin: [handout, guide, web]\n---\n# Start\n\n:::emergency\n- weak legs\n- pain in your chest\n:::\n',
    ':::action{#pack}\n**Use a warm pack**: [15 minutes, 20 at most](fact:pack)\n\n1. Wrap it.\n:::\n',
    'Warmth may ease it. [@french2006] Call <phone:urgent>.\n',
    '![A pack lies on a back.](pack.svg)\nWrap the pack.\n',
  ].join('\n'),
  'content/guides/back/en-GB/02-rest.md': '---\nsame-as: rest\n---\n',
  'content/guides/back/en-GB/03-more.md': '# More\n\nWalk if you can. Angina needs care.\n',
  'content/guides/back/en-GB/words.yml': 'angina: {forms: [Angina], meaning: too little blood for the heart}\n',
  'content/guides/back/figures/pack.svg': drawing,
};
