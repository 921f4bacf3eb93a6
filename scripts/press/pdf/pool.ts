/** Things that are dear to open, used again and again by one user at a time. */
export class Pool<T> {
  readonly #most: number;
  readonly #open: () => Promise<T>;
  readonly #discard: (thing: T) => Promise<void>;
  readonly #idle: T[] = [];
  readonly #waiting: (() => void)[] = [];
  #count = 0;

  /** `open` makes one, at most `most` at a time; `discard` ends one that failed its user. */
  constructor(most: number, open: () => Promise<T>, discard: (thing: T) => Promise<void>) {
    this.#most = most;
    this.#open = open;
    this.#discard = discard;
  }

  /** Lends one to `work`, in turn. After an error it is not used again: what state it is in nobody knows. */
  async use<R>(work: (thing: T) => Promise<R>): Promise<R> {
    while (this.#idle.length === 0 && this.#count === this.#most) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    try {
      const thing = this.#idle.pop() ?? (await this.#add());
      return await this.#lend(thing, work);
    } finally {
      this.#waiting.shift()?.();
    }
  }

  async #add(): Promise<T> {
    this.#count += 1;
    try {
      return await this.#open();
    } catch (error) {
      this.#count -= 1;
      throw error;
    }
  }

  async #lend<R>(thing: T, work: (thing: T) => Promise<R>): Promise<R> {
    try {
      const result = await work(thing);
      this.#idle.push(thing);
      return result;
    } catch (error) {
      this.#count -= 1;
      await this.#discard(thing);
      throw error;
    }
  }
}
