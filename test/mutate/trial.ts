import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { accept } from '../../scripts/accept.ts';
import { checkLibrary } from '../../scripts/check/index.ts';
import { compose } from '../../scripts/compose/compose.ts';
import type { Finding } from '../../scripts/findings.ts';
import type { Guide, Library } from '../../scripts/model.ts';
import { planOrders } from '../../scripts/plan/orders.ts';
import { readLibrary } from '../../scripts/read/library.ts';
import { type Parsed, SectionParser } from '../../scripts/read/parse-in-worker.ts';
import { collectMutants } from './collect-mutants.ts';
import { edited, type Mutant, type Texts } from './mutants.ts';

/** A copy of the content in which mutants of one guide are tried, one after the other. */
export interface Trial {
  /** All mutants of the guide's text in its language, in the order of their kinds. */
  readonly mutants: readonly Mutant[];
  /** The rule that finds a mutant, or null: an error or a warning that the guide as it is does not have. */
  readonly judge: (mutant: Mutant) => Promise<string | null>;
  /** Removes the copy. */
  readonly close: () => Promise<void>;
}

/** Copies a content folder to a temporary place, accepts the guide as it is there, and reads it. */
export async function openTrial(content: string, guideId: string, language: string): Promise<Trial> {
  const cwd = await mkdtemp(path.join(tmpdir(), 'guidepress-mutate-'));
  const root = path.join(cwd, 'content');
  await cp(content, root, {
    recursive: true,
    filter: (from) => isNeeded(path.relative(content, from), guideId, language),
  });
  const parser = new RememberingParser();
  const read = (): Promise<Library> => readLibrary(root, { cwd, only: [guideId], parser });
  await accept(await read(), () => true, tellNobody);
  const library = await read();
  const guide = library.guides.find(({ id }) => id === guideId);
  if (guide === undefined) throw new Error(`Expected a guide ${guideId} in ${content}, got none`);
  const today = guide.date ?? '2026-01-01';
  const { mutants, texts } = await collectMutants(library, guide, language);
  const before = { rules: countOf(checkLibrary(library, { today })), build: countOf(build(library, today, language)) };
  const judge = async (mutant: Mutant): Promise<string | null> => {
    const files = [...new Set(mutant.edits.map(({ file }) => file))];
    try {
      await Promise.all(files.map((file) => write(root, file, edited(file, textOf(texts, file), mutant.edits))));
      const mutated = withKnownSections(await read(), library);
      return (
        newRule(checkLibrary(mutated, { today }), before.rules) ??
        newRule(build(mutated, today, language), before.build)
      );
    } finally {
      await Promise.all(files.map((file) => write(root, file, textOf(texts, file))));
    }
  };
  const close = async (): Promise<void> => {
    await parser.close();
    await rm(cwd, { recursive: true });
  };
  return { mutants, judge, close };
}

/** The guide in its one language, and what all guides share. */
function isNeeded(from: string, guideId: string, language: string): boolean {
  const [folder, name = '', inner = ''] = from.split(path.sep);
  if (folder === 'languages') return name === '' || name === `${language}.yml`;
  if (folder !== 'guides') return true;
  return name === '' || (name === guideId && (!/^[a-z]{2,3}(?:-|$)/.test(inner) || inner === language));
}

/** A mutant changes one section; the others are parsed once. Trees are copied: the reader writes into them. */
class RememberingParser extends SectionParser {
  readonly #known = new Map<string, Parsed>();

  override async parse(source: string): Promise<Parsed> {
    const parsed = this.#known.get(source) ?? (await super.parse(source));
    this.#known.set(source, parsed);
    return structuredClone(parsed);
  }
}

/** Sections that a mutant left alone are the ones that rules have walked already. */
function withKnownSections(library: Library, known: Library): Library {
  const sections = known.guides.flatMap((guide) => [...guide.translations.values()].flatMap((one) => one.sections));
  const guides = library.guides.map((guide) => ({
    ...guide,
    translations: new Map(
      Array.from(guide.translations, ([tag, translation]) => {
        const own = translation.sections.map(
          (section) =>
            sections.find(({ file, source }) => file === section.file && source === section.source) ?? section,
        );
        return [tag, { ...translation, sections: own }] as const;
      }),
    ),
  }));
  return { ...library, guides };
}

/** What composing the guide's editions finds; paper changes no word. */
function build(library: Library, today: string, language: string): readonly Finding[] {
  const incomplete: ReadonlySet<Guide> = new Set();
  const wish = { languages: [language], places: [], editions: [], papers: ['a4' as const], today, incomplete };
  return planOrders(library, wish).orders.flatMap((order) => compose(order, library).findings);
}

/** Lines move when text goes, so findings are told apart by what they say, and counted. */
function countOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of findings) {
    if (one.severity !== 'note') counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
  }
  return counts;
}

function newRule(findings: readonly Finding[], before: ReadonlyMap<string, number>): string | null {
  const now = countOf(findings);
  const found = findings.find((one) => (now.get(nameOf(one)) ?? 0) > (before.get(nameOf(one)) ?? 0));
  return found?.rule ?? null;
}

function nameOf({ rule, file, message }: Finding): string {
  return `${rule} ${file} ${message}`;
}

function tellNobody(): void {}

function textOf(texts: Texts, file: string): string {
  const text = texts.get(file);
  if (text === undefined) throw new Error(`Expected the text of ${file}, got none`);
  return text;
}

function write(root: string, file: string, text: string): Promise<void> {
  return writeFile(path.join(root, file), text);
}
