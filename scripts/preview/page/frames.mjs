// @ts-check

/** @typedef {{ readonly path: string, readonly title: string }} Entry */

/**
 * A web page or an ebook's chapters in a frame without scripts. A new one loads behind the old, is scrolled to the same
 * place, and then takes its place.
 */
export class Frames {
  #stage;
  #chapter;
  #box = document.createElement('div');
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  #shown = 0;
  #base = '';

  /** @param {HTMLElement} stage
   * @param {HTMLSelectElement} chapter */
  constructor(stage, chapter) {
    this.#stage = stage;
    this.#chapter = chapter;
    this.#box.className = 'frames';
    chapter.addEventListener('change', () => void this.#load(0));
  }

  /** Shows the entry that was chosen, or the first; resolves when it is on the screen.
   * @param {string} base
   * @param {readonly Entry[]} entries */
  async show(base, entries) {
    this.#base = base;
    if (!this.#box.isConnected) this.#stage.append(this.#box);
    const chosen = this.#chapter.value;
    this.#chapter.replaceChildren(...entries.map(({ path, title }) => new Option(title, path)));
    if (entries.some(({ path }) => path === chosen)) this.#chapter.value = chosen;
    const label = this.#chapter.closest('label');
    if (label) label.hidden = entries.length < 2;
    this.#box.classList.toggle('book', entries.length > 1);
    await this.#load(this.#frame?.contentWindow?.scrollY ?? 0);
  }

  /** Takes the frame away. */
  clear() {
    this.#shown += 1;
    this.#frame = null;
    this.#box.replaceChildren();
    this.#box.remove();
    const label = this.#chapter.closest('label');
    if (label) label.hidden = true;
  }

  /** @param {number} top Where to scroll to, CSS px. */
  async #load(top) {
    const number = (this.#shown += 1);
    const frame = document.createElement('iframe');
    frame.className = 'coming';
    frame.title = this.#chapter.selectedOptions[0]?.label ?? 'The product';
    // No scripts, no forms, no windows; this page may scroll it.
    frame.setAttribute('sandbox', 'allow-same-origin');
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = this.#base + this.#chapter.value;
    this.#box.append(frame);
    await loaded;
    if (number !== this.#shown) return frame.remove();
    frame.contentWindow?.scrollTo({ top, behavior: 'instant' });
    frame.className = '';
    this.#frame?.remove();
    this.#frame = frame;
  }
}
