/** How long each step of a piece of work took, in ms. */
export class Stopwatch {
  readonly #start = performance.now();
  readonly #steps = new Map<string, number>();
  #last = this.#start;

  /** Ends a step; called twice for one, the times are added. */
  lap(step: string): void {
    const now = performance.now();
    this.#steps.set(step, (this.#steps.get(step) ?? 0) + now - this.#last);
    this.#last = now;
  }

  /** Until the last lap. */
  get total(): number {
    return Math.round(this.#last - this.#start);
  }

  get steps(): Readonly<Record<string, number>> {
    return Object.fromEntries(Array.from(this.#steps, ([step, time]) => [step, Math.round(time)]));
  }

  toString(): string {
    return Object.entries(this.steps)
      .map(([step, time]) => `${step} ${time}`)
      .join(', ');
  }
}
