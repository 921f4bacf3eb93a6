// @ts-check
import { editionNames, showChoice } from './choice.mjs';
import { showFindings } from './findings.mjs';
import { Frames } from './frames.mjs';
import { Sheets } from './sheets.mjs';

/**
 * @typedef {import('../easel.ts').Held} Held
 * @typedef {import('../offers.ts').Offer} Offer
 */

/** @param {string} id */
const element = (id) => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`Expected an element #${id}`);
  return found;
};

const stage = element('stage');
const status = element('status');
const sheets = new Sheets(stage, (first, last) => {
  if (shown !== null) void fetch(`/looking?show=${encodeURIComponent(shown)}&first=${first}&last=${last}`);
});
const frames = new Frames(stage, /** @type {HTMLSelectElement} */ (element('chapter')));

/** @type {EventSource | null} */
let source = null;
/** @type {readonly Offer[]} */
let offers = [];
/** @type {string | null} */
let shown = null;
/** @type {string | null} */
let drawn = null;
/** @type {string | null} */
let drawnPart = null;
/** What was told last; drawing takes a while.
 * @type {Held | null} */
let newest = null;
let failures = 0;

connect(new URLSearchParams(location.search).get('show'));
addEventListener('popstate', () => connect(new URLSearchParams(location.search).get('show')));
// The bar may be two lines high: what sticks below it must know.
new ResizeObserver(([entry]) => {
  const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
  document.documentElement.style.setProperty('--top', `${Math.round(height)}px`);
}).observe(/** @type {Element} */ (document.querySelector('.bar')));

/** @param {string | null} path */
function connect(path) {
  source?.close();
  drawn = null;
  newest = null;
  source = new EventSource(path === null ? '/events' : `/events?show=${encodeURIComponent(path)}`);
  source.addEventListener('offers', ({ data }) => {
    /** @type {{ offers: readonly Offer[], show: string | null }} */
    const told = JSON.parse(data);
    ({ offers } = told);
    shown = told.show;
    showChoice(offers, shown, (chosen) => {
      history.pushState(null, '', `?show=${encodeURIComponent(chosen)}`);
      connect(chosen);
    });
    name();
    if (shown === null) say('failed', 'Nothing to show: there is no guide yet');
  });
  source.addEventListener('state', ({ data }) => {
    failures = 0;
    void follow(JSON.parse(data));
  });
  source.addEventListener('error', () => {
    failures += 1;
    if (failures > 1) say('gone', 'The preview has stopped. Start it again: npm run dev');
  });
}

/** @param {Held} held */
async function follow(held) {
  newest = held;
  const { proof, part, findings, finished, state } = held;
  showFindings(element('findings'), findings);
  notify(held);
  const link = /** @type {HTMLAnchorElement} */ (element('finished'));
  link.hidden = !finished || !proof;
  if (finished && proof) {
    link.href = `/proofs/${proof.id}/finished`;
    link.textContent = `Open the finished file (${Math.ceil(finished.bytes / 1000)} kB)`;
  }
  stage.dataset['age'] = state === 'held' ? 'old' : 'new';
  if (part && part.id !== drawnPart) {
    drawnPart = part.id;
    if (await sheets.showPart(`/proofs/${part.id}/pages.pdf`, part.first)) seen(part.id);
  }
  if (proof && proof.id !== drawn) {
    const { id } = proof;
    drawn = id;
    if (proof.format === 'pdf') {
      frames.clear();
      await sheets.show(`/proofs/${id}/pages.pdf`);
    } else {
      sheets.clear();
      await frames.show(`/proofs/${id}/`, proof.entries);
    }
    if (drawn !== id) return;
    Object.assign(document.body.dataset, { proof: id, drawn: now() });
    seen(id);
  }
  if (newest) summarise(newest);
}

/** For who measures: since when the pages in view are new.
 * @param {string} id */
function seen(id) {
  Object.assign(document.body.dataset, { seen: id, since: now() });
}

function now() {
  return String(performance.timeOrigin + performance.now());
}

/** @param {Held} held */
function notify({ state, message, proof, findings }) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const count = errors === 1 ? '1 error' : `${errors} errors`;
  const notice = element('notice');
  notice.hidden = !['held', 'refused', 'failed'].includes(state);
  const last = proof ? 'These are the last good pages.' : 'There are no good pages yet.';
  const [title, text] = {
    held: [last, message ?? `The guide has ${count}: mend them and the pages follow.`],
    refused: ['A build would not make this.', `It has ${count}, which the findings explain.`],
    failed: ['These pages may be old.', message ?? ''],
    fresh: ['', ''],
    waiting: ['', ''],
  }[state];
  element('notice-title').textContent = title ?? '';
  element('notice-text').textContent = text ?? '';
}

/** @param {Held} held */
function summarise({ state, findings, proof }) {
  /** @param {string} severity */
  const count = (severity) => {
    const number = findings.filter((one) => one.severity === severity).length;
    return number > 0 ? [`${number} ${severity}${number === 1 ? '' : 's'}`] : [];
  };
  const wrong = [...count('error'), ...count('warning')].join(', ');
  const pages = proof?.format === 'pdf' ? `${sheets.pages} ${sheets.pages === 1 ? 'page' : 'pages'}` : 'Up to date';
  const said = {
    waiting: 'Making the first pages',
    fresh: pages,
    held: 'Last good pages',
    refused: pages,
    failed: 'Not up to date',
  }[state];
  say(state, wrong ? `${said} · ${wrong}` : said);
  name(count('error')[0]);
}

/** Said aloud by a screen reader only where it differs.
 * @param {string} state
 * @param {string} text */
function say(state, text) {
  status.dataset['state'] = state;
  if (status.textContent !== text) status.textContent = text;
}

/** @param {string} [errors] */
function name(errors) {
  const offer = offers.find(({ path }) => path === shown);
  if (!offer) return;
  const title = `${offer.guide.title}: ${editionNames[offer.edition] ?? offer.edition}`;
  element('title').textContent = title;
  document.title = `${errors ? `${errors} · ` : ''}${title} · Guidepress`;
}
