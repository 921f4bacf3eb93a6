import type { Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Where } from '../findings.ts';
import type { Library, Translation } from '../model.ts';
import { contentOf } from './blocks.ts';
import { countryOf } from './country.ts';
import { nodesIn } from './nodes.ts';
import type { Found } from './nodes.ts';

/** A text that harms if it is wrong, and where it stands. */
export interface SafetyText extends Where {
  /** As the author wrote it, on one line. */
  readonly text: string;
}

/** Texts by group: `emergency`, `ask-first`, `action warm-pack`, `facts` … */
export type SafetyTexts = ReadonlyMap<string, readonly SafetyText[]>;

/** Blocks whose every line is kept by the lock. */
const locked: readonly string[] = ['emergency', 'urgent', 'routine', 'ask-first', 'steps', 'action', 'dont'];

/**
 * What the safety lock keeps of a text: each line of cards, ask-first boxes, steps, actions and don’ts; each other line
 * that names a phone; the facts it uses; the words of its pictures and its sources, each by its section, since none of
 * these may trade places; and the numbers of its own place, whatever place is asked for.
 */
export function safetyTextsOf(library: Library, translation: Translation): SafetyTexts {
  const groups = new Map<string, SafetyText[]>();
  const add = (group: string, texts: readonly SafetyText[]): void => {
    if (texts.length > 0) groups.set(group, [...(groups.get(group) ?? []), ...texts]);
  };
  for (const name of locked) {
    for (const found of translation.sections.flatMap((section) => nodesIn(section, 'containerDirective'))) {
      if (found.node.name === name) add(groupOf(found.node), linesOf(found));
    }
  }
  add('calls', callsOf(translation));
  add('facts', factsOf(library, translation));
  if (groups.size > 0) add('pictures', picturesOf(translation));
  if (groups.size > 0) add('sources', sourcesOf(translation));
  if (groups.size > 0) add('phones', phonesOf(library, translation));
  return groups;
}

function groupOf({ name, attributes }: ContainerDirective): string {
  const id = attributes?.['id'];
  return name === 'action' && id ? `action ${id}` : name;
}

/** An item of a list is a line, and so is any other part of a block. */
function linesOf(found: Found<ContainerDirective>): readonly SafetyText[] {
  const parts: readonly Nodes[] = contentOf(found.node);
  return parts.flatMap((part) => (part.type === 'list' ? part.children : [part])).map((part) => textOf(part, found));
}

function textOf(node: Nodes, { section, file }: Pick<Found, 'section' | 'file'>): SafetyText {
  const { position } = node;
  const written = section.source.slice(position?.start.offset, position?.end.offset);
  const text = node.type === 'listItem' ? written.replace(/^(?:[-*+]|\d{1,9}[.)])\s+/, '') : written;
  return { file, position, text: text.replace(/\s+/g, ' ').trim() };
}

/** Lines outside those blocks that tell whom to call. */
function callsOf({ sections }: Translation): readonly SafetyText[] {
  const lines = new Map<Nodes, SafetyText>();
  for (const found of sections.flatMap((section) => nodesIn(section, 'phone'))) {
    const isKept = found.ancestors.some((node) => node.type === 'containerDirective' && locked.includes(node.name));
    const line = found.ancestors.findLast(({ type }) => ['paragraph', 'heading', 'figure', 'tableRow'].includes(type));
    if (!isKept && line !== undefined) lines.set(line, textOf(line, found));
  }
  return [...lines.values()];
}

/** A fact's text stands where the guide first uses it: that is what changes for a reader. */
function factsOf({ facts }: Library, { sections }: Translation): readonly SafetyText[] {
  const used = new Map<string, SafetyText>();
  for (const { node, file, position } of sections.flatMap((section) => nodesIn(section, 'fact'))) {
    const fact = facts.get(node.id);
    if (fact !== undefined && !used.has(fact.id))
      used.set(fact.id, { file, position, text: `${fact.id} = ${fact.text}` });
  }
  return [...used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
}

/** What a picture says to those who do not see it is advice too. */
function picturesOf({ sections }: Translation): readonly SafetyText[] {
  return sections
    .flatMap((section) => nodesIn(section, 'figure', 'image'))
    .map(({ node, file, section }) => {
      const { alt, data, url, position } = node.type === 'figure' ? node.image : node;
      return { file, position, text: `${section.id}, ${data?.source ?? url}: ${alt ?? ''}` };
    });
}

/** A source beside another sentence stands for a claim that nobody found in it. */
function sourcesOf({ sections }: Translation): readonly SafetyText[] {
  return sections
    .flatMap((section) => nodesIn(section, 'citation'))
    .map(({ node, file, position, section }) => ({ file, position, text: `${section.id}: ${node.keys.join('; ')}` }));
}

function phonesOf(library: Library, { language, sections }: Translation): readonly SafetyText[] {
  const country = countryOf(library, language);
  const file = sections[0]?.file ?? '';
  return (['emergency', 'urgent', 'poisons'] as const).flatMap((name) => {
    const service = country?.[name] ?? null;
    const own = country?.names[language]?.[name];
    const called = own === undefined ? '' : `, called ${own}`;
    return service === null ? [] : [{ file, text: `${name} = ${service.say}, dial ${service.dial}${called}` }];
  });
}
