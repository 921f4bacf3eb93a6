import type { Language, Library, Publication } from '../model.ts';
import type { Entry, Manifest } from '../write/manifest.ts';
import type { Edition } from '../../templates/edition.ts';
import { editions } from '../../templates/editions.ts';
import { indexPage, type Download, type DownloadGuide } from '../../templates/index-page.tsx';
import type { Said } from '../../templates/view.ts';
import type { Words } from '../../templates/words.ts';
import { saidIn } from './clinic-view.ts';
import { dateInWords } from './dates.ts';
import { pageAbout } from './page-about.ts';

/** The page to download from, made from what the manifest lists. */
export function downloadPage(manifest: Manifest, library: Library, language: Language): Publication {
  const { words } = language;
  const guides = guidesOf(manifest, library, language);
  const body = indexPage(guides, library.publisher, words);
  const text = JSON.stringify([guides, words, library.publisher]);
  return pageAbout(
    { id: 'index', title: words.downloads, body, styles: ['tokens', 'web'] },
    { text, library, language },
  );
}

function guidesOf(manifest: Manifest, library: Library, language: Language): DownloadGuide[] {
  const known = new Map(library.guides.map((guide) => [guide.id, guide]));
  const ids = [...new Set([...known.keys(), ...manifest.artifacts.map((entry) => entry.guide)])];
  return ids.flatMap((id) => {
    const guide = known.get(id);
    const translation = guide?.translations.get(language.tag) ?? [...(guide?.translations.values() ?? [])][0];
    const entries = manifest.artifacts.filter((entry) => entry.guide === id);
    if (entries.length === 0) return [];
    const of = (clinic: string | null) =>
      entries
        .filter((entry) => entry.clinic === clinic)
        .map((entry) => download(entry, manifest, library, language.words));
    const clinics = [...new Set(entries.flatMap(({ clinic }) => clinic ?? []))].sort();
    return [
      {
        id,
        title: translation?.title ?? id,
        date: guide?.date ? dateInWords(guide.date, language) : null,
        downloads: of(null),
        clinics: clinics.map((clinic) => ({
          id: clinic,
          name: nameOf(clinic, library, language),
          downloads: of(clinic),
        })),
      },
    ];
  });
}

/** A clinic that is no longer there, or cannot be read, goes by its id. */
function nameOf(id: string, library: Library, language: Language): Said {
  const clinic = library.clinics.get(id);
  if (!clinic) return { text: id, lang: undefined };
  return saidIn(clinic.name, { language: language.tag, fallback: clinic.languages?.[0] ?? library.language });
}

function download(entry: Entry, manifest: Manifest, library: Library, words: Words): Download {
  const edition: Edition | undefined = Object.values(editions).find(({ id }) => id === entry.edition);
  const statuses: Record<string, string> = {
    draft: words.statusDraft,
    reviewed: words.statusReviewed,
    expired: words.statusExpired,
    incomplete: words.statusIncomplete,
  };
  return {
    href: entry.path.split('/').map(encodeURIComponent).join('/'),
    edition: edition?.name(words, entry.variant === 'sheets' ? 'sheets' : null) ?? entry.edition,
    language: library.languages.get(entry.language)?.name ?? entry.language,
    languageTag: entry.language,
    paper: entry.paper === 'a4' ? 'A4' : entry.paper === 'letter' ? 'Letter' : null,
    pages: entry.pages,
    bytes: entry.bytes,
    status: manifest.stale.includes(entry.path) ? words.stale : (statuses[entry.status] ?? entry.status),
  };
}
