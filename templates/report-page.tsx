import type { Element } from 'hast';
import type { Child, Markup } from './jsx/jsx-runtime.ts';
import { fill, type Words } from './words.ts';

/** A line of a list of facts: its name, and lines of text or code. */
export interface Fact {
  readonly name: string;
  readonly values: readonly { readonly text: string; readonly code: boolean }[];
}

/** A product in the report. */
export interface ReportedFile {
  readonly path: string;
  readonly href: string;
  readonly edition: string;
  /** In whose name, where it is not the publisher's. */
  readonly clinic: string | null;
  readonly language: string;
  readonly languageTag: string;
  readonly place: string | null;
  readonly paper: string | null;
  readonly status: string;
  readonly pages: number | null;
  readonly size: string;
  readonly smallest: string;
  readonly contrast: string;
  readonly checks: string;
  readonly details: readonly Fact[];
}

/** A guide with its products. */
export interface ReportedGuide {
  readonly id: string;
  readonly title: string;
  readonly files: readonly ReportedFile[];
}

/** A table of words, the first cell of each row its head. */
export interface ReportTable {
  readonly id: string;
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** All that the report says. */
export interface ReportView {
  readonly publisher: string;
  readonly summary: readonly Fact[];
  readonly guides: readonly ReportedGuide[];
  readonly inside: ReportTable;
  readonly judges: ReportTable;
  readonly rules: ReportTable;
  readonly software: ReportTable;
}

/** The report on all products: a table for each guide, each file in detail, then what the run was made with and how to verify it. */
export function reportPage(view: ReportView, words: Words): readonly Element[] {
  return [
    (
      <header class="site wide">
        <p>{view.publisher}</p>
      </header>
    ) as Element,
    (
      <main class="report">
        <div class="opening plain">
          <h1>{words.report}</h1>
          <p class="lead">{words.reportLead}</p>
          <p>
            <a href="index.html">{words.downloads}</a> · <a href="manifest.json">manifest.json</a>
          </p>
        </div>
        <Part id="report-summary" title={words.reportSummary}>
          <Facts facts={view.summary} />
        </Part>
        {view.guides.map((guide) => (
          <Guide guide={guide} words={words} />
        ))}
        <Part id="report-verify" title={words.reportVerify}>
          <p>{words.reportSuite}</p>
          <Table table={view.judges} />
        </Part>
        <Part id="report-inside" title={words.reportInside}>
          <Table table={view.inside} />
        </Part>
        <Part id="report-rules" title={words.reportRules}>
          <Folded title={view.rules.caption}>
            <Table table={view.rules} />
          </Folded>
        </Part>
        <Part id="report-software" title={words.reportSoftware}>
          <Folded title={view.software.caption}>
            <Table table={view.software} />
          </Folded>
        </Part>
      </main>
    ) as Element,
  ];
}

function Part({ id, title, children }: { id: string; title: string; children?: Child }): Markup {
  return (
    <section class="section" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Folded({ title, children }: { title: Child; children?: Child }): Markup {
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function Guide({ guide, words }: { guide: ReportedGuide; words: Words }): Markup {
  const heads = [
    words.downloadEdition,
    words.downloadLanguage,
    words.downloadPaper,
    words.downloadStatus,
    words.downloadPages,
    words.downloadSize,
    words.reportType,
    words.reportContrast,
    words.reportChecks,
  ];
  return (
    <Part id={guide.id} title={guide.title}>
      <Region id={`report-${guide.id}`} caption={fill(words.reportCaption, { title: guide.title })} heads={heads}>
        {guide.files.map((file) => (
          <tr>
            <th scope="row">
              <a href={file.href}>{file.edition}</a>
              {file.clinic && <span class="note"> {file.clinic}</span>}
            </th>
            <td>
              <span lang={file.languageTag}>{file.language}</span>
              {file.place && ` · ${file.place}`}
            </td>
            <td>{file.paper}</td>
            <td class="standing">{file.status}</td>
            <td>{file.pages}</td>
            <td>{file.size}</td>
            <td>{file.smallest}</td>
            <td>{file.contrast}</td>
            <td>{file.checks}</td>
          </tr>
        ))}
      </Region>
      <p class="note">{words.reportHow}</p>
      <h3>{words.reportDetails}</h3>
      {guide.files.map((file) => (
        <Folded
          title={
            <>
              <span class="name">{[file.edition, file.clinic, file.paper].filter(Boolean).join(', ')}</span>{' '}
              <code dir="ltr">{file.path}</code>
            </>
          }
        >
          <Facts facts={file.details} />
        </Folded>
      ))}
    </Part>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }): Markup {
  return (
    <dl class="facts">
      {facts.map(({ name, values }) => (
        <div>
          <dt>{name}</dt>
          {values.map(({ text, code }) => (
            <dd>{code ? <code dir="ltr">{text}</code> : text}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function Table({ table: { id, caption, heads, rows } }: { table: ReportTable }): Markup {
  return (
    <Region id={id} caption={caption} heads={heads}>
      {rows.map(([head, ...cells]) => (
        <tr>
          <th scope="row">{head}</th>
          {cells.map((cell) => (
            <td>{cell}</td>
          ))}
        </tr>
      ))}
    </Region>
  );
}

/** A table that keyboards can scroll: it is named by its caption. */
function Region(props: { id: string; caption: string; heads: readonly string[]; children?: Child }): Markup {
  const { id, caption, heads, children } = props;
  return (
    <div class="table" role="region" tabindex="0" aria-labelledby={id}>
      <table>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
