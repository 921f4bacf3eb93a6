import { nodesIn } from '../check/nodes.ts';
import { safetyTextsOf } from '../check/safety-texts.ts';
import { formatReference } from '../compose/sources.ts';
import { serviceOf } from '../compose/to-hast.ts';
import type { Library } from '../model.ts';
import { usedFacts, usedSources, type Content } from './content-hash.ts';

/** A part of what is being signed: its title and its lines, in words that need no markup to be read. */
export interface StatementPart {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Groups of the safety texts that are blocks of the guide, in the order in which a reader needs them. */
const blocks = {
  emergency: 'Emergency card',
  urgent: 'Same-day card',
  routine: 'Card for days to weeks',
  'ask-first': 'Who should ask first',
  steps: 'First steps',
  dont: 'Do not',
  calls: 'Other lines that name a phone',
} as const;

/** What a reviewer signs, for reading before it counts: what can harm line by line, the rest by name. */
export function statementOf(content: Content, library: Library): readonly StatementPart[] {
  const { translation } = content;
  const { title, promise, sections, glossary } = translation;
  const texts = safetyTextsOf(library, translation);
  const linesOf = (group: string): readonly string[] =>
    (texts.get(group) ?? []).map(({ text }) => inPlainWords(text, content));
  const actions = [...texts.keys()].filter((group) => group === 'action' || group.startsWith('action '));
  const named = sections.map(({ title, in: media }, index) => `${index + 1}. ${title} (${media.join(', ')})`);
  const parts: readonly StatementPart[] = [
    { title: 'Guide', lines: [title, ...(promise === null ? [] : [promise]), editionOf(content)] },
    { title: 'Language', lines: [languageOf(content, library)] },
    { title: 'Place and its numbers', lines: placeLines(content) },
    ...Object.entries(blocks).map(([group, heading]) => ({ title: heading, lines: linesOf(group) })),
    ...actions.map((group) => ({ title: `Action ${group.slice(7)}`.trim(), lines: linesOf(group) })),
    {
      title: 'Facts',
      lines: usedFacts(sections).map((id) => `${id} = ${library.facts.get(id)?.text ?? 'not there'}`),
    },
    { title: 'Words explained', lines: glossary.map(({ word, meaning }) => `${word}: ${meaning}`) },
    { title: 'Sources', lines: sourceLines(content, library) },
    { title: 'Pictures', lines: pictureLines(content) },
    { title: 'Sections, with all of their text', lines: named },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

function editionOf({ guide: { id, version, date } }: Content): string {
  return [id, version === null ? null : `version ${version}`, date].filter((part) => part !== null).join(', ');
}

function languageOf({ guide, translation: { language } }: Content, library: Library): string {
  const name = library.languages.get(language)?.name;
  const machine = guide.machineTranslated.has(language)
    ? ': translated by a machine, and a draft until this signature'
    : '';
  return `${name === undefined ? language : `${name} (${language})`}${machine}`;
}

function placeLines({ country, translation: { language } }: Content): readonly string[] {
  if (country === null) return ['No place is known: products leave lines to fill in'];
  const services = (['emergency', 'urgent', 'poisons'] as const).flatMap((name) => {
    const service = serviceOf({ country, language }, name);
    return service === null ? [] : [`${name}: ${service.say}, dials ${service.dial}`];
  });
  return [`${country.name} (${country.code})`, ...services];
}

function sourceLines({ translation: { language, sections } }: Content, library: Library): readonly string[] {
  const words = library.languages.get(language)?.words;
  return usedSources(sections).map((key) => {
    const source = library.references.get(key);
    return source && words ? `@${key}: ${formatReference(source, words)}` : `@${key}`;
  });
}

function pictureLines({ translation }: Content): readonly string[] {
  const shown = translation.sections.flatMap((section) => nodesIn(section, 'figure', 'image'));
  return shown.map(({ node }) => {
    const { alt, url } = node.type === 'figure' ? node.image : node;
    const name = translation.assets.get(url.replace(/^asset:/, ''))?.name ?? url;
    return `${name}: ${alt || 'decoration'}`;
  });
}

/** An author's line without its markup: numbers of phones stand where a product prints them. */
function inPlainWords(text: string, { country, translation: { language } }: Content): string {
  return text
    .replace(/<phone:([a-z-]+)>/g, (_, name: string) => serviceOf({ country, language }, name)?.say ?? '______')
    .replace(/!?\[([^\]@]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\s*\[@[^\]]*\]/g, '')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .trim();
}
