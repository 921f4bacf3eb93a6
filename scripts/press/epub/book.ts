import { EPub, type Chapter, type Options } from 'epub-gen-memory';

/** A file that goes into the book as it is. */
export interface Resource {
  /** In the book, with `/`. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** All files of a book, written; nothing is made up on the way into the container. */
export interface Parts {
  readonly title: string;
  /** ISO date, the time of every entry in the zip. */
  readonly date: string;
  /** XHTML by file name, in reading order. */
  readonly pages: readonly { readonly file: string; readonly xhtml: string }[];
  readonly packageDocument: string;
  readonly navigationDocument: string;
  readonly ncx: string;
  readonly styleSheet: string;
  readonly resources: readonly Resource[];
}

/** Binds the parts into an EPUB container (OCF, EPUB 3.3 section 4): the same parts give the same bytes everywhere. */
export async function bindBook(parts: Parts): Promise<Uint8Array> {
  return new Book(parts).bind();
}

/**
 * The only user of epub-gen-memory. It lays out the container, and we keep its habits out: a chapter's `content` is
 * empty, so it neither rewrites HTML nor fetches pictures; the templates only hand our documents through, so its
 * random ids and its clock are never printed.
 */
class Book extends EPub {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    const chapters = parts.pages.map(
      ({ file, xhtml }) => ({ title: file, filename: file, content: '', xhtml }) satisfies Chapter & { xhtml: string },
    );
    const options = {
      title: parts.title,
      date: parts.date,
      css: parts.styleSheet,
      chapterXHTML: '<%- xhtml %>',
      contentOPF: '<%- packageDocument %>',
      tocXHTML: '<%- navigationDocument %>',
      tocNCX: '<%- ncx %>',
      packageDocument: parts.packageDocument,
      navigationDocument: parts.navigationDocument,
      ncx: parts.ncx,
    } satisfies Options & Record<string, unknown>;
    super(options, chapters);
    this.parts = parts;
  }

  async bind(): Promise<Uint8Array> {
    await this.render();
    // The zip format counts from 1980; JSZip writes the date's UTC fields.
    const date = new Date(this.parts.date < '1980' ? '1980-01-01' : this.parts.date);
    for (const [name, file] of Object.entries(this.zip.files)) {
      if (file.dir) delete this.zip.files[name];
      else file.date = date;
    }
    return this.generateAsync({
      type: 'uint8array',
      mimeType: 'application/epub+zip',
      compression: 'DEFLATE',
      compressionOptions: { level: 9 },
      platform: 'DOS',
    });
  }

  /** In place of the library's fetching: adds the bytes that are already here. */
  protected override async downloadAllImages(): Promise<void> {
    for (const { path, mediaType, bytes } of this.parts.resources) {
      const compression = mediaType === 'image/svg+xml' ? 'DEFLATE' : 'STORE';
      this.zip.file(`OEBPS/${path}`, bytes, { compression });
    }
  }
}
