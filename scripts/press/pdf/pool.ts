/** What a pool keeps. */
export interface PoolOptions<T> {
  /** Most at a time. */
  readonly most: number;
  readonly open: () => Promise<T>;
  /** False for one that is worn or broken: it is not lent again. */
  readonly isFit: (thing: T) => boolean;
  /** Ends one. It may be broken. */
  readonly discard: (thing: T) => Promise<void>;
}

/** Things that are dear to open, used again and again by one user at a time. */
export class Pool<T> {
  readonly #options: PoolOptions<T>;
  readonly #idle: T[] = [];
  readonly #waiting: (() => void)[] = [];
  #count = 0;

  constructor(options: PoolOptions<T>) {
    this.#options = options;
  }

  /** Lends one to `work`, in turn. After an error it is not used again: what state it is in nobody knows. */
  async use<R>(work: (thing: T) => Promise<R>): Promise<R> {
    while (this.#idle.length === 0 && this.#count === this.#options.most) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    try {
      const thing = (await this.#fitIdle()) ?? (await this.#add());
      return await this.#lend(thing, work);
    } finally {
      this.#waiting.shift()?.();
    }
  }

  async #fitIdle(): Promise<T | null> {
    for (let thing = this.#idle.pop(); thing !== undefined; thing = this.#idle.pop()) {
      if (this.#options.isFit(thing)) return thing;
      await this.#drop(thing);
    }
    return null;
  }

  async #add(): Promise<T> {
    this.#count += 1;
    try {
      return await this.#options.open();
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
      await this.#drop(thing);
      throw error;
    }
  }

  async #drop(thing: T): Promise<void> {
    this.#count -= 1;
    await this.#options.discard(thing);
  }
}
