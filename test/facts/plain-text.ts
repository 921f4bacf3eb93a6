import type { Place } from './places.ts';

/** A run of words, between what a machine adds: the numbers of sources, and of pages. */
export type Words = readonly string[];

/** What a reader sees of an author's Markdown, with the numbers of a place. */
export function plainText(markdown: string, place: Place): Words {
  return markdown
    .replace(/<phone:([a-z]+)>/g, (_, service: string) => place.numbers[service]?.say ?? '______')
    .replace(/\[([^\]]*)\]\(fact:[a-z0-9-]+\)/g, '$1')
    .replace(/\[([^\]]*)\]\((?:https?:|mailto:|tel:)[^)]*\)/g, '$1')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, `$1${gap}`)
    .replace(/\s*\[(?:@[^\]]*|\^[^\]]*)\]/g, gap)
    .replace(/\*\*|(?<![\p{L}\p{N}])[_*]|[_*](?![\p{L}\p{N}])/gu, '')
    .split(gap)
    .map((words) => words.trim())
    .filter((words) => words !== '');
}

const gap = '\u0000';

/** An action's first paragraph as its name and how much: the colon between them is not printed. */
export function nameAndDose(markdown: string): readonly string[] {
  const [, name = markdown, dose = ''] = /^\*\*(.+?)\*\*\s*[::]?\s*(.*)$/.exec(markdown) ?? [];
  return [name, dose].filter((part) => part !== '');
}
