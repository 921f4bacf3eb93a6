import type { Markup } from '../jsx/jsx-runtime.ts';
import type { Note, SectionView, View } from '../view.ts';
import { fill } from '../words.ts';
import { Blocks } from './blocks.tsx';
import { StandardPage } from './standard-page.tsx';

/** A section of the guide: its title, its blocks, its footnotes. */
export function Section({ section, view, level }: { section: SectionView; view: View; level: number }): Markup {
  const Heading = `h${level}`;
  const said = level > 1 && view.plain && isWholeTitle(section, view);
  return (
    <section class="section" id={section.id} data-measure={section.titleText}>
      {!said && <Heading>{section.title}</Heading>}
      {!said && <StandardPage view={view} id={section.id} />}
      <Blocks blocks={section.blocks} view={view} level={said ? level - 1 : level} />
      <Notes section={section} view={view} />
    </section>
  );
}

/** A plain file's only title is the document's too: under it, it would stand twice. What it heads moves up with it. */
function isWholeTitle({ titleText, blocks }: SectionView, view: View): boolean {
  return titleText === view.title && !blocks.some((block) => block.kind === 'heading' && block.depth === 1);
}

function Notes({ section, view }: { section: SectionView; view: View }): Markup {
  return (
    <>
      {section.notes.map((note) => (
        <aside class="footnote" role="doc-footnote" id={note.id} data-note={note.id}>
          <span class="lb">{note.label}. </span>
          {note.content}
          {view.paper === null && <Back note={note} view={view} />}
        </aside>
      ))}
    </>
  );
}

/** On paper nothing leads back by a touch. */
function Back({ note, view }: { note: Note; view: View }): Markup {
  const words = fill(view.words.backToText, { n: note.label });
  return (
    <a class="back" href={`#${note.backId}`} role="doc-backlink" aria-label={words}>
      {words}
    </a>
  );
}
