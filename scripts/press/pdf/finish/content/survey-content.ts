import { unexpectedPdf } from '../finish-error.ts';
import { Extent } from './extent.ts';
import { ExtentMeter } from './extent-meter.ts';
import type { Font } from './font.ts';
import { logicalText, type TextRun } from './logical-text.ts';
import { readMarkedContent, type MarkedContent } from './marked-content.ts';
import type { Matrix, Rectangle } from './matrix.ts';
import { resourceName, type Operation } from './operation.ts';
import { TextReader } from './text-reader.ts';

/** What one marked-content sequence shows. */
export interface SurveyedContent {
  /** In reading order. */
  readonly text: string;
  /** `drawing` is paths alone: often a border or a background. */
  readonly kind: 'text' | 'image' | 'drawing';
  /** Where it is on the page, in pt, or null if it paints nothing. */
  readonly extent: Rectangle | null;
  /** Its smallest glyph in pt; Infinity if it has none. */
  readonly smallest: number;
}

/** What a page shows. */
export interface PageSurvey {
  /** Content of structure elements, by MCID. */
  readonly contents: ReadonlyMap<number, SurveyedContent>;
  /** Text outside any structure element, one entry per text object. */
  readonly untagged: readonly string[];
  /** The smallest glyph of what is outside, in pt; Infinity if there is none. */
  readonly smallestUntagged: number;
}

/** What a page's content stream refers to. */
export interface ContentResources {
  /** 0-based, for messages. */
  readonly index: number;
  readonly fonts: ReadonlyMap<string, Font>;
  /** BBox of form XObjects, by name. */
  readonly formBoxes: ReadonlyMap<string, Rectangle>;
  /** The smallest glyph of an XObject, by name, painted with a matrix: in pt, Infinity if it has none. */
  readonly smallestGlyph: (name: string, matrix: Matrix) => number;
}

/** Reads, in one walk over a page's content, the text, kind and extent of each marked-content sequence, and the text outside them. */
export function surveyContent(
  operations: readonly Operation[],
  resources: ContentResources,
  direction: 'ltr' | 'rtl',
): PageSurvey {
  const texts = new TextReader(resources.fonts, resources.index);
  const extents = new ExtentMeter(resources.formBoxes);
  const contents = new Map<number, Collected>();
  const untagged: string[] = [];
  let outside: TextRun[] = [];
  const open: { readonly sequence: MarkedContent; readonly around: Collected | null }[] = [];
  let current: Collected | null = null;
  const margins = { smallest: Number.POSITIVE_INFINITY };
  for (const operation of operations) {
    const runs: TextRun[] = current?.runs ?? outside;
    extents.measure(operation, current?.extent ?? null);
    if (operation.operator === 'Tj') noteSize(current ?? margins, extents.glyphHeight);
    else if (operation.operator === 'Do')
      noteSize(current ?? margins, resources.smallestGlyph(resourceName(operation), extents.matrix));
    const sequence = readMarkedContent(operation);
    if (sequence) {
      open.push({ sequence, around: current });
      if (sequence.mcid !== null) current = collect(contents, sequence.mcid);
      texts.begin(sequence);
    } else if (operation.operator === 'EMC') {
      const closed = open.pop();
      if (!closed) throw unexpectedPdf('BMC or BDC before EMC', 'EMC alone');
      texts.end(closed.sequence, runs);
      current = closed.around;
    } else texts.read(operation, runs);
    if (current) current.hasImage ||= operation.operator === 'Do' || operation.operator === 'sh';
    else if (operation.operator === 'ET' && outside.length > 0) {
      untagged.push(logicalText(outside, direction));
      outside = [];
    }
  }
  return {
    contents: new Map([...contents].map(([mcid, content]) => [mcid, settle(content, direction)])),
    untagged,
    smallestUntagged: margins.smallest,
  };
}

function noteSize(place: { smallest: number }, size: number): void {
  if (size < place.smallest) place.smallest = size;
}

interface Collected {
  readonly runs: TextRun[];
  hasImage: boolean;
  readonly extent: Extent;
  smallest: number;
}

function collect(contents: Map<number, Collected>, mcid: number): Collected {
  const content = contents.get(mcid) ?? {
    runs: [],
    hasImage: false,
    extent: new Extent(),
    smallest: Number.POSITIVE_INFINITY,
  };
  contents.set(mcid, content);
  return content;
}

function settle({ runs, hasImage, extent, smallest }: Collected, direction: 'ltr' | 'rtl'): SurveyedContent {
  const kind = runs.length > 0 ? 'text' : hasImage ? 'image' : 'drawing';
  return { text: logicalText(runs, direction), kind, extent: extent.rectangle, smallest };
}
