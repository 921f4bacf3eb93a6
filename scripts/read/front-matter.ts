import type { Root } from 'mdast';
import type { Medium } from '../model.ts';
import type { Report } from '../findings.ts';
import { languageTag } from './language-tag.ts';
import { findNearestName } from './nearest-name.ts';
import { frontMatterSchema } from './schemas.ts';
import { parseYaml } from './yaml.ts';

/** What the head of a section file says; null where it says nothing. */
export interface FrontMatter {
  readonly in: readonly Medium[] | null;
  /** Name of the shared section that this file stands for. */
  readonly sameAs: string | null;
  /** Hash of the text that this one was translated from. */
  readonly source: string | null;
  readonly title: string | null;
  /** BCP 47. */
  readonly language: string | null;
}

/** Fields that count: a guide's title and languages are in guide.yml and in the names of its folders. */
const guideFields: readonly string[] = ['in', 'same-as', 'source'];
const plainFields: readonly string[] = [...guideFields, 'title', 'language', 'lang'];

/** Reads a section's front matter. Unknown fields are ignored, with one note for them all; TOML is, too, and goes. */
export function readFrontMatter(tree: Root, where: { file: string; plain: boolean }, report: Report): FrontMatter {
  const { file, plain } = where;
  const [first] = tree.children;
  const type: string | undefined = first?.type;
  if (type === 'toml') {
    const message = 'Unexpected TOML, expected YAML between `---` lines or nothing: it is ignored';
    report('front-matter-unknown', { file, position: first?.position }, message);
    tree.children.shift();
  }
  if (first?.type !== 'yaml') return none;
  const firstLine = (first.position?.start.line ?? 1) + 1;
  const yaml = parseYaml({ text: first.value, file, firstLine }, frontMatterSchema, report);
  if (yaml === null) return none;
  const { value, at } = yaml;
  const known = plain ? plainFields : guideFields;
  const unknown = Object.keys(value).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const [names, fields] = [unknown, known].map((list) => list.map((name) => `\`${name}\``).join(', '));
    const meant = unknown.map((name) => findNearestName(name, known)).find((name) => name !== null);
    const advice = meant === undefined ? 'it is ignored' : `it is ignored, did you mean \`${meant}\``;
    const message = `Unexpected front matter ${names}, expected ${fields} or nothing: ${advice}`;
    report('front-matter-unknown', { file, position: at(unknown.slice(0, 1)) }, message);
  }
  const { in: media = null, 'same-as': sameAs = null, source = null } = value;
  const read: FrontMatter = { ...none, in: media, sameAs, source };
  if (!plain) return read;
  const language = value.language ?? value.lang ?? null;
  const tag = language === null ? null : languageTag(language);
  if (language !== null && tag === null) {
    const message = `Unexpected language \`${language}\`, expected a tag like \`en-GB\`: change it`;
    report('yaml-field', { file, position: at([value.language === undefined ? 'lang' : 'language']) }, message);
  }
  return { ...read, title: value.title ?? null, language: tag };
}

const none: FrontMatter = { in: null, sameAs: null, source: null, title: null, language: null };
