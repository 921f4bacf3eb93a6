// @ts-check

/** @typedef {import('../../findings.ts').Finding} Finding */

const groups = /** @type {const} */ ([
  ['error', 'Errors', 'they stop the guide'],
  ['warning', 'Warnings', 'a reader may stumble'],
  ['note', 'Notes', 'good to know'],
]);

/** @type {string | null} */
let known = null;

/**
 * Lists findings, worst first. The list itself is no live region: the status line says how many there are, and a screen
 * reader is not read forty notes after each save.
 * @param {HTMLElement} panel
 * @param {readonly Finding[]} findings
 */
export function showFindings(panel, findings) {
  const text = JSON.stringify(findings);
  if (text === known) return;
  known = text;
  const open = panel.querySelector('details.note')?.hasAttribute('open') ?? false;
  const list = /** @type {HTMLElement} */ (panel.querySelector('#list'));
  const count = /** @type {HTMLElement} */ (panel.querySelector('#count'));
  const shown = groups.flatMap(([severity, title, meaning]) => {
    const own = findings.filter((one) => one.severity === severity);
    return own.length === 0 ? [] : [group(severity, `${title}: ${own.length}`, meaning, own, open)];
  });
  count.textContent = findings.length === 0 ? 'Nothing found.' : 'In this guide, all languages.';
  const { scrollTop } = panel;
  list.replaceChildren(...shown);
  panel.scrollTop = scrollTop;
}

/** Notes are many and quiet: closed at first.
 * @param {string} severity
 * @param {string} title
 * @param {string} meaning
 * @param {readonly Finding[]} findings
 * @param {boolean} open */
function group(severity, title, meaning, findings, open) {
  const items = element('ul', {}, ...findings.map(item));
  if (severity !== 'note') {
    return element('section', { class: `group ${severity}` }, element('h3', {}, `${title}, ${meaning}`), items);
  }
  const details = element('details', { class: 'group note' }, element('summary', {}, `${title}, ${meaning}`), items);
  details.toggleAttribute('open', open);
  return details;
}

/** @param {Finding} finding */
function item({ severity, message, file, line, column, rule }) {
  const words = message.split('`').map((part, index) => (index % 2 === 1 ? element('code', {}, part) : part));
  return element(
    'li',
    { class: `finding ${severity}` },
    element(
      'div',
      {},
      element('p', {}, ...words),
      element('p', { class: 'place' }, `${file}:${line}:${column}, rule ${rule}`),
    ),
  );
}

/** @param {string} name
 * @param {Readonly<Record<string, string>>} attributes
 * @param {...(Node | string)} children */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
