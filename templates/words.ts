/**
 * Every word a template prints, with where it stands. A language file holds them all or names a `base` that does.
 * `{…}` marks a hole that the template fills.
 */
export const words = {
  // care cards (pattern of the NHS service manual's care cards)
  emergencyHeading: 'Head of the emergency card; {number} is what to dial',
  urgentHeading: 'Head of the same-day card; {number} is what to dial',
  urgentHeadingNoNumber: 'Head of the same-day card in a place without an urgent number',
  routineHeading: 'Head of the card for days to weeks',
  anyOfThese: 'Beside the head of each care card',
  askFirst: 'Head of the box that says who should ask before trying',
  // page 1
  threeSteps: 'Over the three steps of page 1',
  moreHelp: 'One line under the emergency card that points to the other cards; {page} is a page number',
  yourClinic: 'Over the contact block',
  fromClinic: 'Over the note that a clinic wrote for this patient',
  clinicLine: 'Beside the lines for a clinic to write on: name and phone',
  scan: 'Beside a QR code that opens the guide',
  scanClinic: 'Beside a QR code that opens the page of a clinic',
  clinicPhone: 'Before a phone number of a clinic, or the line to write one on; {number}',
  qrAlt: 'What the QR code is, for a screen reader; {url}',
  selfCare: 'Kind of document, on the masthead of the handout',
  wholeGuide: 'Kind of document, on the masthead of the guide',
  getHelp: 'Title of the part with the care cards',
  // boxes
  do: 'Head of a do box',
  dont: 'Head of a don’t box',
  tip: 'Head of a tip box',
  myth: 'Head of a myth box',
  // page furniture
  pageOf: 'Foot of each page; {page} and {pages}',
  warningSigns: 'Foot of each page from page 2',
  handout: 'Name of the edition',
  guide: 'Name of the edition',
  checklist: 'Name of the edition',
  largePrint: 'Name of the edition',
  booklet: 'Name of the edition',
  bookletSheets: 'Name of the booklet’s sheets: how they are to be printed',
  sheetsTitle: 'Title of the booklet’s sheets, which are for printing; {title} is the guide’s',
  standardPage: 'Under a heading of the large print: where the same part is in the handout; {page}',
  ebook: 'Name of the edition',
  web: 'Name of the edition',
  version: 'Before the version number; {version}',
  missing: 'In a draft, where something could not be printed; {what}',
  incomplete: 'Stamp of a product made despite errors',
  // task lists
  taskOpen: 'Name of an empty box of a task list, for a screen reader',
  taskDone: 'Name of a ticked box of a task list, for a screen reader',
  // checklist
  dailyChecklist: 'Title of the checklist; {title} is the guide’s',
  weekFrom: 'Before a line for a date',
  tickWhenDone: 'Head of the first column',
  days: 'Seven names of days, very short, Monday first, parted by spaces',
  dayNames: 'Seven names of days, whole, Monday first, parted by spaces',
  tickTip: 'Name of a tick box, for a screen reader; {day} and {action}',
  myGoal: 'Before a line to write on',
  nextVisit: 'Before a line to write on',
  // words of sources and colophon
  words: 'Title of the glossary',
  sources: 'Title of the list of sources',
  andOthers: 'After the first author of many',
  doi: 'Before a DOI; {doi}',
  backToText: 'Link from a footnote or source to its place; {n}',
  sourceLink: 'Name of a citation link, for a screen reader; {n}',
  noteLink: 'Name of a footnote link, for a screen reader; {n}',
  about: 'Title of the colophon',
  draft: 'Status: nobody has reviewed it, one sentence',
  machine: 'Status: a machine translated it and nobody has reviewed that',
  draftBand: 'Status: nobody has reviewed it, very short',
  reviewed: 'Status: {by} reviewed it on {date}',
  reviewedBand: 'Status, short; {date}',
  expired: 'Status: the review is past its date {date}, one sentence',
  expiredBand: 'Status: past its review date, very short',
  notAdvice: 'It does not replace advice',
  textBy: 'In a clinic’s own copy: whose text it is; {publisher}',
  published: 'Before the date; {date}',
  nextReview: 'Before the date of the next review; {date}',
  authors: 'Before the authors; {authors}',
  funding: 'Before who paid; {funding}',
  fundingNone: 'Nobody paid for the guide',
  credits: 'Who made drawings, icons and type',
  contents: 'Title of the contents',
  seePage: 'After a link to another place in the text, on paper; {page}',
  // ebook
  cover: 'Name of the cover page',
  coverAlt: 'What the cover shows; {title}',
  landmarks: 'Title of the landmarks',
  pageList: 'Title of the page list',
  startReading: 'Landmark: where the text starts',
  a11ySummaryImages: 'Accessibility summary of a book with pictures that all have text alternatives',
  a11ySummaryText: 'Accessibility summary of a book without pictures',
  // web and index
  downloads: 'Title of the download page',
  downloadEdition: 'Head of a column',
  downloadPaper: 'Head of a column',
  downloadPages: 'Head of a column',
  downloadSize: 'Head of a column',
  downloadStatus: 'Head of a column',
  downloadLanguage: 'Head of a column',
  stale: 'Status of a product whose guide has errors now',
  statusDraft: 'Status word',
  statusReviewed: 'Status word',
  statusExpired: 'Status word',
  statusIncomplete: 'Status word',
  skipToText: 'Link for keyboards at the top of a web page',
} as const;

/** The words of one language, complete. */
export type Words = Readonly<Record<keyof typeof words, string>>;

/** Puts values into the holes of a word: `fill('{a} of {b}', {a: 1, b: 2})` is `1 of 2`. */
export function fill(word: string, values: Readonly<Record<string, string | number>>): string {
  return word.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
