import type { Markup } from '../jsx/jsx-runtime.ts';
import type { View } from '../view.ts';
import { fill } from '../words.ts';
import { Words } from './clinic.tsx';
import { StandardPage } from './standard-page.tsx';

/** The words that this product explains. */
export function Terms({ view, level }: { view: View; level: number }): Markup {
  if (view.terms.length === 0) return <></>;
  const Heading = `h${level}`;
  return (
    <section
      class="section terms"
      id="guidepress-list-of-words"
      role={roleOf('doc-glossary', view)}
      data-measure={view.words.words}
    >
      <Heading>{view.words.words}</Heading>
      <dl>
        {view.terms.map((term) => (
          <div>
            <dt id={term.id}>{term.word}</dt>
            <dd>{term.meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The sources that this product cites, numbered as in the text. */
export function Sources({ view, level }: { view: View; level: number }): Markup {
  if (view.sources.length === 0) return <></>;
  const Heading = `h${level}`;
  return (
    <section
      class="section sources"
      id="guidepress-list-of-sources"
      role={roleOf('doc-bibliography', view)}
      data-measure={view.words.sources}
    >
      <Heading>{view.words.sources}</Heading>
      <StandardPage view={view} id="guidepress-list-of-sources" />
      <ol>
        {view.sources.map((source) => (
          <li id={source.id}>
            {source.url && view.paper === null ? <a href={source.url}>{source.text}</a> : source.text}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** All that stands in the margin boxes too, where a screen reader never hears it. */
export function Colophon({ view, level, kind }: { view: View; level: number; kind: string }): Markup {
  const { words } = view;
  const Heading = `h${level}`;
  return (
    <section class="colophon" id="guidepress-colophon" data-measure={words.about}>
      <Heading>{words.about}</Heading>
      <p class={`status ${view.status}`}>
        <strong>{view.statusSentence}</strong> {words.notAdvice}
      </p>
      <p>
        {sentences(view.title, kind)} <Words said={view.issuer} />
        {view.issuer.text.endsWith('.') ? ' ' : '. '}
        {sentences(
          view.clinic && fill(words.textBy, { publisher: view.publisher }),
          view.version && fill(words.version, { version: view.version }),
          view.date && fill(words.published, { date: view.date }),
          view.nextReview && fill(words.nextReview, { date: view.nextReview }),
          view.authors.length > 0 && fill(words.authors, { authors: view.authors.join(', ') }),
          view.funding &&
            (view.funding === 'none' ? words.fundingNone : fill(words.funding, { funding: view.funding })),
        )}
      </p>
      {!view.plain && <p>{words.credits}</p>}
    </section>
  );
}

/** On paper a role would hide from Chromium that the lists in it are lists. */
function roleOf(role: string, view: View): string | undefined {
  return view.paper === null ? role : undefined;
}

function sentences(...parts: readonly (string | null | false)[]): string {
  return parts
    .filter((part): part is string => Boolean(part))
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
