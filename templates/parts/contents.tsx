import type { Markup } from '../jsx/jsx-runtime.ts';
import type { View } from '../view.ts';
import { getHelpId } from './front.tsx';
import { PageOf } from './page-of.tsx';

/** A line of the contents. */
export interface ContentsEntry {
  /** Id of the place it leads to. */
  readonly id: string;
  readonly title: string;
}

/** Fewer lines than this nobody needs. */
const fewest = 6;
/** With fewer sections than this, their own headings are listed as well. */
const fewSections = 3;

/** The parts of a printed guide in reading order. */
export function contentsOf(view: View): readonly ContentsEntry[] {
  const { words } = view;
  const help = view.cards.some(({ band }) => band !== 'emergency') || view.askFirst.length > 0;
  const deep = view.sections.length < fewSections;
  const entries = [
    help && { id: getHelpId, title: words.getHelp },
    ...view.sections.flatMap((section) => [
      { id: section.id, title: section.titleText },
      ...(deep ? headingsOf(section) : []),
    ]),
    view.terms.length > 0 && { id: 'guidepress-list-of-words', title: words.words },
    view.sources.length > 0 && { id: 'guidepress-list-of-sources', title: words.sources },
    { id: 'guidepress-colophon', title: words.about },
  ];
  return entries.filter((entry) => entry !== false);
}

function headingsOf({ blocks }: View['sections'][number]): readonly ContentsEntry[] {
  return blocks.flatMap((block) =>
    block.kind === 'heading' && block.depth === 2 && block.id !== '' ? [{ id: block.id, title: block.titleText }] : [],
  );
}

/** Printed contents: each part with its page, which the press fills in. */
export function Contents({ view, level }: { view: View; level: number }): Markup {
  const entries = contentsOf(view);
  if (entries.length < fewest) return <></>;
  const Heading = `h${level}`;
  return (
    <div class="contents">
      <Heading>{view.words.contents}</Heading>
      <div class="toc">
        {entries.map(({ id, title }) => (
          <div class="toci">
            <p>
              <a href={`#${id}`}>
                <span>{title}</span> <PageOf id={id} guess={1} />
              </a>
            </p>
          </div>
        ))}
      </div>
    </div>
  );
}
