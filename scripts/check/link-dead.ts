import { internalTarget, linkFrom, pathFrom } from '../anchors.ts';
import type { Section } from '../model.ts';
import { findNearestName } from '../read/nearest-name.ts';
import type { Check } from './check.ts';
import { links } from './links.ts';
import { quote } from './quote.ts';
import { schemeOf } from './scheme.ts';

/** A link within the guide to something that is not there. The composer says what is: it makes the links. */
export const linkDead: Check = {
  id: 'link-dead',
  run({ translation }, report) {
    const targetOf = internalTarget(translation);
    const paths = translation.sections.map((section) => section.path);
    for (const { url, section, where } of links(translation)) {
      const isOutside = schemeOf(url) !== null || /^[/\\]/.test(url);
      if (isOutside || (url !== '' && targetOf(url, section) !== null)) continue;
      report('link-dead', where, messageFor(url, section, paths));
    }
  },
};

function messageFor(url: string, from: Section, paths: readonly string[]): string {
  if (url === '') return 'Unexpected link to nothing, expected an address: fill it in or remove the link';
  const unexpected = `Unexpected link to ${quote(url)}`;
  const [written = '', slug = ''] = url.split('#');
  const file = written === '' ? '' : pathFrom(from, written);
  if (slug !== '' && (file === '' || paths.includes(file))) {
    return `${unexpected}, expected a heading, section or action of that id: correct it`;
  }
  const near = findNearestName(file, paths);
  if (near !== null && near !== file) return `${unexpected}, expected \`${linkFrom(from, near)}\`: correct it`;
  return `${unexpected}, expected a section of this guide or a web address: correct it, since products hold the guide alone`;
}
