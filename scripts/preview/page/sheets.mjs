// @ts-check

/**
 * @typedef {import('pdfjs-dist')} Pdfjs
 * @typedef {import('pdfjs-dist').PDFDocumentProxy} Pdf
 * @typedef {import('pdfjs-dist').PDFDocumentLoadingTask} LoadingTask
 */

/** A variable, since the address means something to our server alone. */
const address = '/pdfjs/pdf.mjs';
const pdfjs = /** @type {Pdfjs} */ (await import(address));
pdfjs.GlobalWorkerOptions.workerSrc = '/pdfjs/pdf.worker.mjs';
const worker = new pdfjs.PDFWorker();

/** CSS px in a point. */
const pixels = 96 / 72;
/** Sharper than this nobody sees on a page, and it costs memory. */
const mostPixelRatio = 2;

/** @typedef {{ figure: HTMLElement, leaf: HTMLElement, caption: HTMLElement, near: boolean, drawn: number }} Sheet */

/**
 * Pages of a PDF, drawn to canvases. New pages are drawn out of sight and take the place of the old in one frame, those in view
 * first; the rest follow when they come near. Nothing moves, so the scroll place stays.
 */
export class Sheets {
  #stage;
  /** @type {Sheet[]} */
  #sheets = [];
  /** @type {LoadingTask | null} */
  #task = null;
  /** @type {Pdf | null} */
  #pdf = null;
  /** Counts the PDFs shown: what was drawn of an older one is out of date. */
  #edition = 0;
  /** @type {Promise<void>} */
  #filling = Promise.resolve();
  #watcher;
  #onLook;
  #looked = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #looking;

  /** @param {HTMLElement} stage
   * @param {(first: number, last: number) => void} onLook Told which pages are in view, from 1, whenever they are others. */
  constructor(stage, onLook) {
    this.#stage = stage;
    this.#onLook = onLook;
    this.#watcher = new IntersectionObserver((entries) => this.#see(entries), { rootMargin: '60% 0px' });
    addEventListener('resize', () => this.#redraw());
    addEventListener('scroll', () => this.#look(), { passive: true });
  }

  /** Pages of the PDF on show. */
  get pages() {
    return this.#sheets.length;
  }

  /** Shows another PDF; resolves when the pages in view are on the screen.
   * @param {string} url */
  async show(url) {
    const edition = (this.#edition += 1);
    const task = await load(url);
    if (task === null) return;
    const pdf = await task.promise;
    if (edition !== this.#edition) return void task.destroy();
    const first = await pdf.getPage(1);
    const { width, height } = first.getViewport({ scale: pixels });
    // What is in view is drawn while the old pages are still there.
    const count = pdf.numPages;
    const wanted = this.#inView().filter((index) => index < count);
    const drawings = await Promise.all(
      (wanted.length > 0 ? wanted : [0]).map(async (index) => ({ index, canvas: await this.#draw(pdf, index, width) })),
    );
    if (edition !== this.#edition) return void task.destroy();
    const old = this.#task;
    this.#task = task;
    this.#pdf = pdf;
    this.#lay(count, width, height);
    for (const { index, canvas } of drawings) this.#place(index, canvas, edition);
    await nextFrame();
    void old?.destroy();
    this.#fill();
    this.#look();
  }

  /** Shows newer pages, from number `first` on, in the place of those that are there; the whole follows.
   * @param {string} url
   * @param {number} first
   * @returns {Promise<boolean>} Whether they are on the screen. */
  async showPart(url, first) {
    const edition = this.#edition;
    const task = await load(url);
    if (task === null) return false;
    const pdf = await task.promise;
    for (let index = 0; index < pdf.numPages; index++) {
      const sheet = this.#sheets[first - 1 + index];
      const canvas = await this.#draw(pdf, index, sheet?.leaf.clientWidth ?? 0);
      if (edition !== this.#edition) break;
      sheet?.leaf.replaceChildren(canvas);
    }
    await nextFrame();
    void task.destroy();
    return edition === this.#edition;
  }

  /** Says which pages are in view, once the reader has come to rest. */
  #look() {
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => {
      const inView = this.#inView().map((index) => index + 1);
      const [first = 1, last = first] = [inView[0], inView.at(-1)];
      if (inView.length === 0 || this.#looked === `${first}-${last}`) return;
      this.#looked = `${first}-${last}`;
      this.#onLook(first, last);
    }, 100);
  }

  /** Takes all pages away. */
  clear() {
    this.#edition += 1;
    this.#looked = '';
    void this.#task?.destroy();
    this.#task = null;
    this.#pdf = null;
    this.#lay(0, 1, 1);
  }

  /** As many empty sheets as there are pages; those that are there stay.
   * @param {number} count
   * @param {number} width
   * @param {number} height */
  #lay(count, width, height) {
    for (const { figure } of this.#sheets.splice(count)) {
      this.#watcher.unobserve(figure);
      figure.remove();
    }
    while (this.#sheets.length < count) {
      const figure = document.createElement('figure');
      const leaf = document.createElement('div');
      const caption = document.createElement('figcaption');
      figure.className = 'sheet';
      leaf.className = 'leaf';
      leaf.setAttribute('role', 'img');
      figure.append(leaf, caption);
      this.#stage.append(figure);
      this.#sheets.push({ figure, leaf, caption, near: false, drawn: 0 });
      this.#watcher.observe(figure);
    }
    this.#stage.style.setProperty('--width', `${width}px`);
    this.#stage.style.setProperty('--ratio', `${width} / ${height}`);
    for (const [index, { leaf, caption }] of this.#sheets.entries()) {
      const name = `Page ${index + 1} of ${count}`;
      leaf.setAttribute('aria-label', name);
      if (caption.textContent !== name) caption.textContent = name;
    }
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #see(entries) {
    for (const { target, isIntersecting } of entries) {
      const sheet = this.#sheets.find(({ figure }) => figure === target);
      if (!sheet) continue;
      sheet.near = isIntersecting;
      // A canvas far away is given back: sixty pages would take 400 MB.
      if (!isIntersecting && sheet.drawn > 0) {
        sheet.leaf.replaceChildren();
        sheet.drawn = 0;
      }
    }
    this.#fill();
  }

  #redraw() {
    for (const sheet of this.#sheets) sheet.drawn = Math.min(sheet.drawn, 0.5);
    this.#fill();
  }

  /** Draws what is near and not yet of this PDF, one page after the other. */
  #fill() {
    this.#filling = this.#filling.then(async () => {
      const edition = this.#edition;
      for (;;) {
        const pdf = this.#pdf;
        const index = this.#sheets.findIndex(({ near, drawn }) => near && drawn !== edition);
        if (index < 0 || !pdf || edition !== this.#edition) return;
        const canvas = await this.#draw(pdf, index, this.#sheets[index]?.leaf.clientWidth ?? 0).catch(() => null);
        if (!canvas || pdf !== this.#pdf) return;
        this.#place(index, canvas, edition);
      }
    });
  }

  /** @param {number} index
   * @param {HTMLCanvasElement} canvas
   * @param {number} edition */
  #place(index, canvas, edition) {
    const sheet = this.#sheets[index];
    if (!sheet) return;
    sheet.leaf.replaceChildren(canvas);
    sheet.drawn = edition;
  }

  /** Pages that the reader sees, or the first.
   * @returns {number[]} */
  #inView() {
    return this.#sheets.flatMap(({ figure }, index) => {
      const { top, bottom } = figure.getBoundingClientRect();
      return bottom > 0 && top < innerHeight ? [index] : [];
    });
  }

  /** @param {Pdf} pdf
   * @param {number} index
   * @param {number} most Width of a page at its real size, CSS px. */
  async #draw(pdf, index, most) {
    const page = await pdf.getPage(index + 1);
    const width = this.#sheets[index]?.leaf.clientWidth || Math.min(most, this.#stage.clientWidth);
    const scale = (width / page.getViewport({ scale: 1 }).width) * Math.min(devicePixelRatio, mostPixelRatio);
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    canvas.setAttribute('aria-hidden', 'true');
    await page.render({ canvas, viewport, background: '#ffffff' }).promise;
    return canvas;
  }
}

/** Null where newer pages have taken the place of these; they are being announced.
 * @param {string} url
 * @returns {Promise<LoadingTask | null>} */
async function load(url) {
  const response = await fetch(url);
  if (!response.ok) return null;
  const data = new Uint8Array(await response.arrayBuffer());
  return pdfjs.getDocument({ data, worker, isEvalSupported: false, useWasm: false, verbosity: 0 });
}

/** @returns {Promise<void>} */
function nextFrame() {
  // A page in the background gets no frames; it must not wait for one.
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
