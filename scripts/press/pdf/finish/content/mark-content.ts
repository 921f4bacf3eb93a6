import { unexpectedPdf } from '../finish-error.ts';
import { readMarkedContent } from './marked-content.ts';
import { clipOperators, paintOperators, pathOperators, type Operation } from './operation.ts';

/** Where a marked-content sequence belongs in the new structure tree. */
export interface ContentMark {
  /** The structure type of its element. */
  readonly tag: string;
  readonly mcid: number;
}

const beginArtifact: Operation = { operator: 'BMC', source: '/Artifact' };
/** Its identity tells the end of an artifact from any other EMC. */
const endArtifact: Operation = { operator: 'EMC', source: '' };

/**
 * Gives every sequence the mark of its element, and makes all else that is painted an artifact (ISO 14289-1, 7.1):
 * what the tree no longer names, and what Chromium left untagged (margin boxes, borders, backgrounds). Paths, clips and text
 * objects are kept whole; artifacts that touch become one.
 */
export function markContent(
  operations: readonly Operation[],
  markOf: (mcid: number) => ContentMark | null,
): readonly Operation[] {
  const marked: Operation[] = [];
  /** Whether each open sequence is content of an element, or an artifact; a Span or ReversedChars is neither. */
  const open: boolean[] = [];
  let depth = 0;
  const asArtifact = (painted: readonly Operation[]): void => {
    if (marked.at(-1) === endArtifact) marked.pop();
    else marked.push(beginArtifact);
    marked.push(...painted, endArtifact);
  };
  const paint = (painted: readonly Operation[]): void => {
    if (depth > 0) marked.push(...painted);
    else asArtifact(painted);
  };
  for (let index = 0; index < operations.length; index += 1) {
    const operation = operations[index];
    if (!operation) break;
    const { operator } = operation;
    const sequence = readMarkedContent(operation);
    if (sequence) {
      const isContent = sequence.mcid !== null || sequence.tag === 'Artifact';
      if (isContent && depth > 0) throw unexpectedPdf('tagged content side by side', 'one inside the other');
      open.push(isContent);
      if (isContent) depth += 1;
      marked.push(sequence.mcid === null ? operation : begin(markOf(sequence.mcid)));
    } else if (operator === 'EMC') {
      if (open.pop()) depth -= 1;
      marked.push(operation);
    } else if (pathOperators.has(operator)) {
      const path = takePath(operations, index);
      index += path.length - 1;
      if (paintOperators.has(path.at(-1)?.operator ?? '')) paint(path);
      else marked.push(...path);
    } else if (operator === 'BT' && depth === 0) {
      const text = takeText(operations, index);
      index += text.length - 1;
      asArtifact(text);
    } else if (operator === 'Do' || operator === 'sh') paint([operation]);
    else marked.push(operation);
  }
  return marked;
}

function begin(mark: ContentMark | null): Operation {
  if (!mark) return beginArtifact;
  return { operator: 'BDC', source: `/${mark.tag}<</MCID ${mark.mcid}>>` };
}

/** Construction, clipping and the operator that ends the path (ISO 32000-1, figure 9). */
function takePath(operations: readonly Operation[], start: number): readonly Operation[] {
  let end = start;
  while (pathOperators.has(operations[end]?.operator ?? '') || clipOperators.has(operations[end]?.operator ?? '')) end += 1;
  return operations.slice(start, end + 1);
}

/** A text object outside any element, BT to ET. */
function takeText(operations: readonly Operation[], start: number): readonly Operation[] {
  let end = start;
  while (end < operations.length && operations[end]?.operator !== 'ET') end += 1;
  const text = operations.slice(start, end + 1);
  if (text.some((operation) => readMarkedContent(operation)?.mcid != null)) {
    throw unexpectedPdf('tags around text objects', 'tags inside a text object');
  }
  return text;
}
