import type { Element } from 'hast';
import type { Markup } from './jsx/jsx-runtime.ts';
import { Words as SaidWords } from './parts/clinic.tsx';
import type { Said } from './view.ts';
import type { Words } from './words.ts';

/** A product as the download page lists it. */
export interface Download {
  readonly href: string;
  readonly edition: string;
  readonly language: string;
  readonly languageTag: string;
  readonly paper: string | null;
  readonly pages: number | null;
  readonly bytes: number;
  readonly status: string;
}

/** A guide with its products. */
export interface DownloadGuide {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly downloads: readonly Download[];
  /** In the names of clinics. */
  readonly clinics: readonly DownloadClinic[];
}

/** A clinic's own copies of a guide. */
export interface DownloadClinic {
  readonly id: string;
  readonly name: Said;
  readonly downloads: readonly Download[];
}

/** The page to download from: each guide with its editions, paper, pages, size and status. */
export function indexPage(guides: readonly DownloadGuide[], publisher: string, words: Words): readonly Element[] {
  return [
    (
      <header class="site">
        <p>{publisher}</p>
      </header>
    ) as Element,
    (
      <main>
        <div class="opening plain">
          <h1>{words.downloads}</h1>
        </div>
        {guides.map((guide) => (
          <GuideDownloads guide={guide} words={words} />
        ))}
        <p>
          <a href="report.html">{words.report}</a>
        </p>
      </main>
    ) as Element,
  ];
}

function GuideDownloads({ guide, words }: { guide: DownloadGuide; words: Words }): Markup {
  return (
    <section class="section" id={guide.id}>
      <h2>{guide.title}</h2>
      {guide.date && <p>{guide.date}</p>}
      {guide.downloads.length > 0 && <Downloads downloads={guide.downloads} words={words} />}
      {guide.clinics.map(({ id, name, downloads }) => (
        <>
          <h3 id={`${guide.id}-${id}`}>
            <SaidWords said={name} />
          </h3>
          <Downloads downloads={downloads} words={words} />
        </>
      ))}
    </section>
  );
}

function Downloads({ downloads, words }: { downloads: readonly Download[]; words: Words }): Markup {
  return (
    <div class="table" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.downloadEdition}</th>
            <th scope="col">{words.downloadLanguage}</th>
            <th scope="col">{words.downloadPaper}</th>
            <th scope="col">{words.downloadPages}</th>
            <th scope="col">{words.downloadSize}</th>
            <th scope="col">{words.downloadStatus}</th>
          </tr>
        </thead>
        <tbody>
          {downloads.map((download) => (
            <tr>
              <th scope="row">
                <a href={download.href}>{download.edition}</a>
              </th>
              <td lang={download.languageTag}>{download.language}</td>
              <td>{download.paper}</td>
              <td>{download.pages}</td>
              <td>{kilobytes(download.bytes)}</td>
              <td>{download.status}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A size as a person reads it, in units of 1,000 bytes. */
export function kilobytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
