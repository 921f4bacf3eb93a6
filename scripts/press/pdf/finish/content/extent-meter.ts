import { identity, matrixOf, multiply, transform, unite, type Matrix, type Rectangle } from './matrix.ts';
import { numbersOf, paintOperators, resourceName, type Operation } from './operation.ts';

const unitSquare: Rectangle = [0, 0, 1, 1];

/** Measures what operations paint, in default user space (ISO 32000-1, 8.3.2.3): pt from the page's lower left corner. */
export class ExtentMeter {
  readonly #formBoxes: ReadonlyMap<string, Rectangle>;
  readonly #saved: Matrix[] = [];
  #matrix = identity;
  #points: (readonly [x: number, y: number])[] = [];
  #textMatrix = identity;
  #fontSize = 0;

  /** Form XObjects have a bounding box; image XObjects fill the unit square (8.9.5). */
  constructor(formBoxes: ReadonlyMap<string, Rectangle>) {
    this.#formBoxes = formBoxes;
  }

  /** Follows an operation; gives the extent of what it paints, or null. Text counts from the baseline to its size above. */
  measure(operation: Operation): Rectangle | null {
    const numbers = numbersOf(operation);
    switch (operation.operator) {
      case 'q':
        this.#saved.push(this.#matrix);
        return null;
      case 'Q':
        this.#matrix = this.#saved.pop() ?? identity;
        return null;
      case 'cm':
        this.#matrix = multiply(matrixOf(numbers), this.#matrix);
        return null;
      case 'BT':
        this.#textMatrix = identity;
        return null;
      case 'Tf':
        this.#fontSize = numbers[1] ?? 0;
        return null;
      case 'Tm':
        this.#textMatrix = matrixOf(numbers);
        return null;
      case 'Td':
        this.#textMatrix = multiply([1, 0, 0, 1, numbers[0] ?? 0, numbers[1] ?? 0], this.#textMatrix);
        return null;
      case 'Tj':
        return this.#around([transform(this.#textMatrix, 0, 0), transform(this.#textMatrix, 0, this.#fontSize)]);
      case 'Do':
        return this.#around(corners(this.#formBoxes.get(resourceName(operation)) ?? unitSquare));
      case 're':
        this.#addRectangle(numbers);
        return null;
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
        this.#addPoints(numbers);
        return null;
      default:
        return this.#paint(operation.operator);
    }
  }

  #addPoints(numbers: readonly number[]): void {
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      this.#points.push([numbers[index] ?? 0, numbers[index + 1] ?? 0]);
    }
  }

  #addRectangle([x = 0, y = 0, width = 0, height = 0]: readonly number[]): void {
    this.#points.push([x, y], [x + width, y + height]);
  }

  #paint(operator: string): Rectangle | null {
    const isPainted = paintOperators.has(operator);
    if (!isPainted && operator !== 'n') return null;
    const extent = isPainted ? this.#around(this.#points) : null;
    this.#points = [];
    return extent;
  }

  #around(points: readonly (readonly [x: number, y: number])[]): Rectangle | null {
    let extent: Rectangle | null = null;
    for (const [x, y] of points) {
      const [left, bottom] = transform(this.#matrix, x, y);
      extent = unite(extent, [left, bottom, left, bottom]);
    }
    return extent;
  }
}

function corners([left, bottom, right, top]: Rectangle): readonly (readonly [x: number, y: number])[] {
  return [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ];
}
