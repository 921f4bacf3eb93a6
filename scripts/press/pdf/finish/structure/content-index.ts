import { inTransparencyGroup } from '../finish-error.ts';
import type { PageSurvey, SurveyedContent } from '../content/survey-content.ts';
import { isElement, type ContentReference, type ObjectReference, type StructureElement } from './structure-element.ts';

/** What content references stand for, and which references a pass has given up on purpose. */
export class ContentIndex {
  readonly #surveys: readonly PageSurvey[];
  readonly #artifacts = new Set<string>();

  constructor(surveys: readonly PageSurvey[]) {
    this.#surveys = surveys;
  }

  /** What a reference shows. Throws `transparency-group` if it is not in the page's own content, so in a form XObject. */
  at({ page, mcid }: ContentReference): SurveyedContent {
    const content = this.#surveys[page]?.contents.get(mcid);
    if (content) return content;
    throw inTransparencyGroup(page);
  }

  /** Text of an element in reading order, alternate descriptions included. */
  textOf(element: StructureElement): string {
    if (element.alt !== null) return element.alt;
    if (element.actualText !== null) return element.actualText;
    return element.children
      .map((child) => (isElement(child) ? this.textOf(child) : child.kind === 'content' ? this.at(child).text : ''))
      .join('');
  }

  /** Declares that a reference is left out on purpose: it says again, or only decorates, what the tree says. */
  giveUp(references: Iterable<ContentReference | ObjectReference>): void {
    for (const reference of references) this.#artifacts.add(keyOf(reference));
  }

  isGivenUp(reference: ContentReference | ObjectReference): boolean {
    return this.#artifacts.has(keyOf(reference));
  }

  /** All sequences that show text. */
  *texts(): Generator<ContentReference & { readonly text: string }> {
    for (const [page, survey] of this.#surveys.entries()) {
      for (const [mcid, { text }] of survey.contents)
        if (text.trim() !== '') yield { kind: 'content', page, mcid, text };
    }
  }
}

/** One string for each thing referred to. */
export function keyOf(reference: ContentReference | ObjectReference): string {
  return reference.kind === 'content' ? `${reference.page}:${reference.mcid}` : `object ${reference.object.number}`;
}
