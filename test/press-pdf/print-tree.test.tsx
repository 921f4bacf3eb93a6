import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import type { Child } from '../../templates/jsx/jsx-runtime.ts';
import type { Asset } from '../../scripts/model.ts';
import { printTree } from '../../scripts/press/pdf/dialect/print-tree.ts';
import { elementsOf } from './publication.ts';

function dialect(
  body: Child,
  assets: ReadonlyMap<string, Asset> = new Map(),
  direction: 'ltr' | 'rtl' = 'ltr',
): string {
  return toHtml([...printTree(elementsOf(body), { language: 'en-GB', direction, assets })]);
}

const task = (checked: boolean) => (
  <li class="task-list-item">
    <input type="checkbox" disabled checked={checked} /> Book a visit
  </li>
);

describe('lists', () => {
  test('an item of a bulleted list gets its bullet as a labelled element', () => {
    expect(
      dialect(
        <ul>
          <li>Ice</li>
        </ul>,
      ),
    ).toBe('<ul><li><span class="lb" lang="en-GB-x-lbl" role="group">•</span>Ice</li></ul>');
  });

  test('a numbered list counts from `start`, and an item may set the number', () => {
    const html = dialect(
      <ol start="3">
        <li>a</li>
        <li value="7">b</li>
        <li>c</li>
      </ol>,
    );
    expect(html.match(/\d+\.(?=<)/g)).toEqual(['3.', '7.', '8.']);
  });

  test('a reversed list counts down to 1, a list of type a counts in letters', () => {
    expect(
      dialect(
        <ol reversed>
          <li>x</li>
          <li>y</li>
        </ol>,
      ).match(/\d+\.(?=<)/g),
    ).toEqual(['2.', '1.']);
    expect(
      dialect(
        <ol type="a">
          <li>x</li>
          <li>y</li>
        </ol>,
      ),
    ).toMatch(/>a\.<.*>b\.</);
  });

  test('an item that has a label keeps it and is not labelled twice', () => {
    const html = dialect(
      <ol>
        <li>
          <span class="lb">1</span>
          <p>Sit</p>
        </li>
      </ol>,
    );
    expect(html).toBe('<ol><li><span class="lb" lang="en-GB-x-lbl" role="group">1</span><p>Sit</p></li></ol>');
  });

  test('a label before a paragraph stands beside it', () => {
    expect(
      dialect(
        <ul>
          <li>
            <p>Ice</p>
          </li>
        </ul>,
      ),
    ).toContain('class="lb beside"');
  });

  test('a list 90 deep is labelled at each depth', () => {
    let list: Child = (
      <ul>
        <li>end</li>
      </ul>
    );
    for (let depth = 1; depth < 90; depth += 1)
      list = (
        <ul>
          <li>x{list}</li>
        </ul>
      );
    expect(dialect(list).match(/class="lb"/g)).toHaveLength(90);
  });
});

describe('roles', () => {
  test('sections, figures, captions and definitions carry their roles in private-use subtags', () => {
    const html = dialect(
      <section lang="es">
        <figure>
          <figcaption>uno</figcaption>
        </figure>
        <dl>
          <dt>a</dt>
          <dd>b</dd>
          <dt>c</dt>
          <dd>d</dd>
        </dl>
      </section>,
    );
    expect(html).toBe(
      '<section lang="es-x-sect"><figure lang="es-x-fig"><figcaption lang="es-x-cap">uno</figcaption></figure>' +
        '<dl lang="es-x-dl"><div lang="es-x-dlg" role="group"><dt lang="es-x-dt">a</dt><dd lang="es-x-dd">b</dd></div>' +
        '<div lang="es-x-dlg" role="group"><dt lang="es-x-dt">c</dt><dd lang="es-x-dd">d</dd></div></dl></section>',
    );
  });

  test('a section in a section differs from it, or Chromium would forget it', () => {
    expect(
      dialect(
        <section>
          <section>
            <section>
              <p>x</p>
            </section>
          </section>
        </section>,
      ),
    ).toBe(
      '<section lang="en-GB-x-sect"><section lang="en-GB-x-sect-b"><section lang="en-GB-x-sect"><p>x</p></section></section></section>',
    );
  });

  test('a phrase in another language is a group of its own', () => {
    expect(
      dialect(
        <p>
          Say <span lang="fr">merci</span>
        </p>,
      ),
    ).toBe('<p>Say <span lang="fr" role="group">merci</span></p>');
  });

  test('notes are numbered, whatever their ids are', () => {
    const html = dialect(
      <div>
        <aside data-note="a-very-long-identifier" id="a">
          x
        </aside>
        <div data-note="b">y</div>
      </div>,
    );
    expect(html).toContain('<aside data-note="a-very-long-identifier" id="a" lang="en-GB-x-note-n1">');
    expect(html).toContain('<div data-note="b" lang="en-GB-x-note-n2" role="group">');
  });

  test('DPUB roles and ARIA are left out', () => {
    expect(
      dialect(
        <section role="doc-endnotes" aria-label="Notes">
          <p>x</p>
        </section>,
      ),
    ).toBe('<section lang="en-GB-x-sect"><p>x</p></section>');
  });

  test('what is drawn for the eye alone becomes an artifact', () => {
    expect(
      dialect(
        <p>
          a<span data-artifact>*</span>
        </p>,
      ),
    ).toContain('<span data-artifact lang="en-GB-x-art" role="group">');
    expect(
      dialect(
        <p>
          a<span aria-hidden="true">*</span>
        </p>,
      ),
    ).toContain('lang="en-GB-x-art" role="group"');
  });
});

describe('tables', () => {
  test('an empty cell gets a no-break space', () => {
    expect(
      dialect(
        <table>
          <tr>
            <td></td>
            <td> </td>
            <td>1</td>
          </tr>
        </table>,
      ),
    ).toBe('<table><tr><td>\u{A0}</td><td>\u{A0}</td><td>1</td></tr></table>');
  });

  test('a cell with nothing but an icon is empty too', () => {
    const icon: Asset = {
      id: 'a.svg',
      name: 'a.svg',
      mediaType: 'image/svg+xml',
      bytes: new Uint8Array(),
      width: 1,
      height: 1,
    };
    expect(
      dialect(
        <table>
          <tr>
            <td>
              <img src="a" alt="" />
            </td>
          </tr>
        </table>,
        new Map([['a', icon]]),
      ),
    ).toContain('>\u{A0}</td>');
  });
});

describe('form fields', () => {
  test('a box becomes a link to the field host, with name and tip', () => {
    expect(
      dialect(
        <p>
          <span class="box big" data-field="walk-1" data-tip="Monday: walk & rest"></span>
        </p>,
      ),
    ).toBe(
      '<p><a class="box big" href="https://field.guidepress.invalid/?name=walk-1&#x26;tip=Monday%3A+walk+%26+rest"></a></p>',
    );
  });

  test('a field name that is odd or used twice is our mistake', () => {
    const box = <span class="box" data-field="a"></span>;
    expect(() =>
      dialect(
        <p>
          {box}
          {box}
        </p>,
      ),
    ).toThrow('used once');
    expect(() =>
      dialect(
        <p>
          <span class="box" data-field="a b"></span>
        </p>,
      ),
    ).toThrow('`a b`');
  });

  test('an item of a task list gets a box that can be ticked, no bullet, and keeps its words', () => {
    const html = dialect(
      <ul>
        {task(false)}
        {task(true)}
      </ul>,
    );
    expect(html).toContain(
      '<li class="task-list-item"><a class="box task" href="https://field.guidepress.invalid/?name=task-1&#x26;tip=Book+a+visit"></a> Book a visit</li>',
    );
    expect(html).toContain('alt="☑"> Book a visit</li>');
  });

  test.each([
    'https://field.guidepress.invalid/?name=x',
    'HTTPS://FIELD.guidepress.invalid./?name=x',
    'https://me@field%2Eguidepress.invalid/',
    'https:\n//field.guidepress.invalid',
  ])('a link of the author to the field host is no link: %j', (href) => {
    expect(
      dialect(
        <p>
          <a href={href}>x</a>
        </p>,
      ),
    ).toBe('<p><a>x</a></p>');
  });
});

describe('links and quotes', () => {
  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '../secret.md', '//host/x'])(
    'a link to %s is no link',
    (href) => {
      expect(
        dialect(
          <p>
            <a href={href}>x</a>
          </p>,
        ),
      ).toBe('<p><a>x</a></p>');
    },
  );

  test.each(['https://example.org/a', 'mailto:a@example.org', 'tel:111', '#part'])('a link to %s stays', (href) => {
    expect(
      dialect(
        <p>
          <a href={href}>x</a>
        </p>,
      ),
    ).toBe(`<p><a href="${href}">x</a></p>`);
  });

  test('the marks of a quotation are text', () => {
    expect(
      dialect(
        <p>
          She said <q>stop</q>.
        </p>,
      ),
    ).toBe('<p>She said <span>“stop”</span>.</p>');
  });

  test('the second use of an id is taken away', () => {
    expect(
      dialect(
        <div>
          <p id="a">x</p>
          <p id="a">y</p>
        </div>,
      ),
    ).toBe('<div><p id="a">x</p><p>y</p></div>');
  });
});

function run(text: string): string {
  return `<x-run>${text}</x-run>`;
}

describe('right-to-left text', () => {
  test('numbers and foreign words in it are elements of their own, so that they keep their order', () => {
    expect(dialect(<p>من 10 إلى 1.5 (CHF 12 mg) ثم ١٥</p>)).toBe(
      '<p>من <x-run>10</x-run> إلى <x-run>1.5</x-run> (<x-run>CHF 12 mg</x-run>) ثم <x-run>١٥</x-run></p>',
    );
  });

  test('each of several numbers is one of its own, whatever stands between, in an element without letters too', () => {
    expect(dialect(<p>من 10-20 أو 1+2 أو 10:30 أو +44 20</p>)).toBe(
      `<p>من ${run('10')}-${run('20')} أو ${run('1')}+${run('2')} أو ${run('10:30')} أو +${run('44')} ${run('20')}</p>`,
    );
    expect(
      dialect(
        <p>
          من <b>1+2</b>
        </p>,
      ),
    ).toBe(`<p>من <b>${run('1')}+${run('2')}</b></p>`);
    expect(dialect(<p>5-6 kg 7</p>, new Map(), 'rtl')).toBe(`<p>${run('5')}-${run('6')} ${run('kg 7')}</p>`);
    expect(dialect(<p dir="ltr">5-6 kg 7</p>, new Map(), 'rtl')).toBe('<p dir="ltr">5-6 kg 7</p>');
  });

  test('text of one direction stays one text', () => {
    expect(dialect(<p>from 10 to 15</p>)).toBe('<p>from 10 to 15</p>');
    expect(dialect(<p>ارتح الآن</p>)).toBe('<p>ارتح الآن</p>');
  });
});

describe('white space', () => {
  test('spaces collapse as on screen, and none is left between blocks or at the ends of lines', () => {
    const html = dialect(
      <div>
        {'\n'}
        <p>
          {' Sit \n'}
          <strong>{' still '}</strong>
          {' now. '}
          <br />
          {' Then '}
        </p>
        {'\n'}
        <ul>
          {' '}
          <li>{' a '}</li>{' '}
        </ul>{' '}
      </div>,
    );
    expect(html).toBe(
      '<div><p>Sit <strong>still </strong>now.<br>Then</p><ul><li><span class="lb" lang="en-GB-x-lbl" role="group">•</span>a</li></ul></div>',
    );
  });

  test('a space beside a picture or a box in the line stays', () => {
    expect(
      dialect(
        <p>
          a <span class="box"></span> b
        </p>,
      ),
    ).toBe('<p>a <span class="box"></span> b</p>');
  });

  test('preformatted text and no-break spaces stay as they are', () => {
    expect(
      dialect(
        <pre>
          <code>{'a  b\n  c'}</code>
        </pre>,
      ),
    ).toBe('<pre><code>a  b\n  c</code></pre>');
    expect(dialect(<p>{'5\u{A0}\u{A0}ml'}</p>)).toBe('<p>5\u{A0}\u{A0}ml</p>');
  });
});

test('a picture is put in place of its name, and a name without a picture is our mistake', () => {
  const asset: Asset = {
    id: 'a.svg',
    name: 'a.svg',
    mediaType: 'image/svg+xml',
    bytes: Buffer.from('<svg/>'),
    width: 1,
    height: 1,
  };
  expect(
    dialect(
      <p>
        <img src="asset:a" alt="A hand" />
      </p>,
      new Map([['asset:a', asset]]),
    ),
  ).toBe('<p><img src="data:image/svg+xml;base64,PHN2Zy8+" alt="A hand"></p>');
  expect(() =>
    dialect(
      <p>
        <img src="asset:b" alt="" />
      </p>,
    ),
  ).toThrow('`asset:b`');
});

test('the document itself stays as it was', () => {
  const body = elementsOf(
    <section>
      <ul>
        <li> a </li>
      </ul>
    </section>,
  );
  const before = JSON.stringify(body);
  printTree(body, { language: 'en-GB', direction: 'ltr', assets: new Map() });
  expect(JSON.stringify(body)).toBe(before);
});
