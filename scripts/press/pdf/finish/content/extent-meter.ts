import type { Extent } from './extent.ts';
import { heightOf } from './glyph-height.ts';
import { identity, matrixOf, multiply, type Matrix, type Rectangle } from './matrix.ts';
import { fontSizeOf, numbersOf, paintOperators, resourceName, type Operation } from './operation.ts';

const unitSquare: Rectangle = [0, 0, 1, 1];

/** Measures what operations paint, in default user space (ISO 32000-1, 8.3.2.3): pt from the page's lower left corner. */
export class ExtentMeter {
  readonly #formBoxes: ReadonlyMap<string, Rectangle>;
  readonly #saved: Matrix[] = [];
  #matrix = identity;
  /** Numbers of the path under construction: x, y, x, y … */
  #path: number[] = [];
  #textMatrix = identity;
  #fontSize = 0;
  /** Where the line of text starts, in text space. */
  #textX = 0;
  #textY = 0;
  /** Null until somebody asks again. */
  #glyphHeight: number | null = null;

  /** Form XObjects have a bounding box; image XObjects fill the unit square (8.9.5). */
  constructor(formBoxes: ReadonlyMap<string, Rectangle>) {
    this.#formBoxes = formBoxes;
  }

  /** How big a glyph comes out that is shown now, in pt: font size × text matrix × transformation matrix (9.4.4). */
  get glyphHeight(): number {
    return (this.#glyphHeight ??= heightOf(this.#fontSize, this.#textMatrix, this.#matrix));
  }

  /** From the space of an XObject that is painted now to the page's (8.3.4). */
  get matrix(): Matrix {
    return this.#matrix;
  }

  /** Follows an operation; what it paints goes into the extent. Text counts from the baseline to its size above. */
  measure(operation: Operation, extent: Extent | null): void {
    switch (operation.operator) {
      case 'q':
        this.#saved.push(this.#matrix);
        break;
      case 'Q':
        this.#matrix = this.#saved.pop() ?? identity;
        this.#glyphHeight = null;
        break;
      case 'cm':
        this.#matrix = multiply(matrixOf(numbersOf(operation)), this.#matrix);
        this.#glyphHeight = null;
        break;
      case 'BT':
        this.#startText(identity);
        break;
      case 'Tm':
        this.#startText(matrixOf(numbersOf(operation)));
        break;
      case 'Tf':
        this.#fontSize = fontSizeOf(operation);
        this.#glyphHeight = null;
        break;
      case 'Td':
        this.#moveText(numbersOf(operation));
        break;
      case 'Tj':
        if (extent) this.#addText(extent);
        break;
      case 'Do':
        if (extent) this.#addBox(extent, this.#formBoxes.get(resourceName(operation)) ?? unitSquare);
        break;
      case 're':
        this.#addRectangle(numbersOf(operation));
        break;
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
        for (const number of numbersOf(operation)) this.#path.push(number);
        break;
      default:
        this.#endPath(operation.operator, extent);
    }
  }

  #startText(matrix: Matrix): void {
    this.#textMatrix = matrix;
    this.#glyphHeight = null;
    this.#textX = 0;
    this.#textY = 0;
  }

  #moveText([x = 0, y = 0]: readonly number[]): void {
    this.#textX += x;
    this.#textY += y;
  }

  #addText(extent: Extent): void {
    const [a, b, c, d, e, f] = this.#textMatrix;
    const x = this.#textX * a + this.#textY * c + e;
    const y = this.#textX * b + this.#textY * d + f;
    this.#add(extent, x, y);
    this.#add(extent, x + this.#fontSize * c, y + this.#fontSize * d);
  }

  #addBox(extent: Extent, [left, bottom, right, top]: Rectangle): void {
    for (const x of [left, right]) for (const y of [bottom, top]) this.#add(extent, x, y);
  }

  #addRectangle([x = 0, y = 0, width = 0, height = 0]: readonly number[]): void {
    this.#path.push(x, y, x + width, y + height);
  }

  #endPath(operator: string, extent: Extent | null): void {
    if (this.#path.length === 0) return;
    const isPainted = paintOperators.has(operator);
    if (!isPainted && operator !== 'n') return;
    if (isPainted && extent) {
      for (let index = 0; index + 1 < this.#path.length; index += 2) {
        this.#add(extent, this.#path[index] ?? 0, this.#path[index + 1] ?? 0);
      }
    }
    this.#path = [];
  }

  #add(extent: Extent, x: number, y: number): void {
    const [a, b, c, d, e, f] = this.#matrix;
    extent.include(x * a + y * c + e, x * b + y * d + f);
  }
}
