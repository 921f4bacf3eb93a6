/** What the file says about itself. */
export interface Metadata {
  readonly title: string;
  /** BCP 47 tag of the document. */
  readonly language: string;
  readonly author: string | null;
  readonly subject: string | null;
  readonly keywords: readonly string[];
  /** `urn:uuid:…`, for XMP `dc:identifier`. */
  readonly identifier: string;
  /** Seconds since 1970: the creation and modification date. */
  readonly date: number;
  readonly producer: string;
  /** Standards that the file says it keeps: null for a browser that was not proven. */
  readonly claim: 'PDF/UA-1 + PDF/A-2a' | null;
}

/** Keywords as one text, or null if there are none. */
export function joinKeywords({ keywords }: Metadata): string | null {
  return keywords.length > 0 ? keywords.join(', ') : null;
}

/** A time as `2025-01-31T09:30:00Z`. */
export function isoDate(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
