import type { Rectangle } from './matrix.ts';

/** A rectangle that grows with what is painted. */
export class Extent {
  #left = Number.POSITIVE_INFINITY;
  #bottom = Number.POSITIVE_INFINITY;
  #right = Number.NEGATIVE_INFINITY;
  #top = Number.NEGATIVE_INFINITY;

  /** Grows so far that the point is inside. */
  include(x: number, y: number): void {
    if (x < this.#left) this.#left = x;
    if (x > this.#right) this.#right = x;
    if (y < this.#bottom) this.#bottom = y;
    if (y > this.#top) this.#top = y;
  }

  /** Null if nothing is inside. */
  get rectangle(): Rectangle | null {
    return this.#left > this.#right ? null : [this.#left, this.#bottom, this.#right, this.#top];
  }
}
