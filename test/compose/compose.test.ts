import { describe, expect, test } from 'vitest';
import { composeMarkdown } from './compose-markdown.ts';

const everywhere = '---\nin: [handout, guide, ebook, web]\n---\n';
const cards = `${everywhere}# Get help

:::routine
- no better after two weeks
:::

:::emergency
- weak legs: call <phone:emergency>
:::

:::ask-first
- take a blood thinner
:::

:::steps
1. **First.** One.
2. **Second.** Two.
3. **Third.** Three.
:::
`;
const walk = `# Walk

:::action{#walk}
**Walk at an easy pace**: as far as you like

Stop if it hurts.
:::
`;

describe('what stands in front', () => {
  test('cards, ask-first box and steps are in every edition, the emergency card first', async () => {
    for (const edition of ['handout', 'guide', 'ebook', 'web'] as const) {
      const { html, findings } = await composeMarkdown(
        { '01-help.md': cards, '02-walk.md': everywhere + walk },
        edition,
      );
      expect(findings).toEqual([]);
      const places = ['weak legs', 'no better after', 'take a blood thinner', 'Second'].map((words) =>
        html.indexOf(words),
      );
      expect(Math.min(...places)).toBeGreaterThan(0);
      expect(places[0]).toBeLessThan(places[1] ?? 0);
    }
  });

  test('an action prints in the handout only if its section does', async () => {
    const files = { '01-help.md': cards, '02-walk.md': walk };
    expect((await composeMarkdown(files, 'handout')).html).not.toContain('easy pace');
    expect((await composeMarkdown(files, 'guide')).html).toContain('easy pace');
    expect((await composeMarkdown(files, 'checklist')).html).toContain('easy pace');
  });
});

describe('numbers of the place', () => {
  test('a phone prints the place’s number, and can be dialled on a screen', async () => {
    const files = { '01-help.md': cards };
    expect((await composeMarkdown(files, 'guide')).html).toContain('call <strong class="phone">999</strong>');
    expect((await composeMarkdown(files, 'web')).html).toContain('<a class="phone" href="tel:999">999</a>');
    expect((await composeMarkdown(files, 'web', { places: ['US'] })).html).toContain('href="tel:911"');
  });

  test('without a place there is a blank to fill in, never a guess', async () => {
    const { html } = await composeMarkdown({ '01-help.md': cards }, 'guide', {
      library: { place: null, places: new Map() },
    });
    expect(html).toContain('call <strong class="phone">______</strong>');
    expect(html).not.toContain('999');
  });
});

test('in right-to-left text phones and code run from left to right', async () => {
  const files = { '01-help.md': cards, '02-code.md': '# B\n\nSee `1+2`.\n\n    3 + 4\n\nراجع `x`\n' };
  const web = (await composeMarkdown(files, 'web', { direction: 'rtl' })).html;
  expect(web).toMatch(/<a class="phone" dir="auto" href="tel:\d+">/);
  expect(web).toContain('<code dir="auto">1+2</code>');
  expect(web).toContain('<pre dir="ltr"><code>3 + 4');
  expect(web).toContain('<p dir="ltr">See <code');
  expect(web).toContain('<p>راجع <code dir="auto">x</code></p>');
  expect((await composeMarkdown(files, 'guide', { direction: 'rtl' })).html).toMatch(/<h\d>[^<]*<span dir="auto">\d/);
  expect((await composeMarkdown(files, 'web')).html).not.toContain('dir=');
});

describe('sources', () => {
  test('a product numbers the sources it cites in the order of citing and lists no others', async () => {
    const { html } = await composeMarkdown(
      { '01-a.md': '# A\n\nOne. [@french2006]\n\nTwo. [@briggs2009; @french2006]\n' },
      'guide',
    );
    expect(
      [...html.matchAll(/<li id="guidepress-source-(\d)">(\w+)/g)].map(([, number, name]) => `${number} ${name}`),
    ).toEqual(['1 French', '2 Briggs']);
    expect(html).toContain('>2</a>, <a href="#guidepress-source-1"');
  });
});

describe('links and notes', () => {
  test('a link leads to the other section where it is printed, and keeps its words where it is not', async () => {
    const files = {
      '01-a.md': `${everywhere}# A\n\nSee [the rest](02-b.md#more) and [here](#a).\n`,
      '02-b.md': '# B\n\n## More\n\nText.\n',
    };
    expect((await composeMarkdown(files, 'guide')).html).toContain('<a href="#b--more">the rest</a>');
    expect((await composeMarkdown(files, 'handout')).html).toContain('See <span>the rest</span>');
  });

  test('a script address, a local file and the host of form fields are never linked', async () => {
    const text =
      '# A\n\n[one](javascript:alert(1)) [two](file:///etc/passwd) [three](//host/x) [four](https://field.guidepress.invalid/?name=a)\n';
    const { html } = await composeMarkdown({ '01-a.md': text }, 'web');
    expect(html).toContain('<span>one</span> <span>two</span> <span>three</span> <span>four</span>');
  });

  test('a footnote is numbered at its first use, stands at its section’s end and leads back', async () => {
    const { html } = await composeMarkdown({ '01-a.md': '# A\n\nText[^x] and again[^x].\n\n[^x]: A note.\n' }, 'web');
    expect(html).toContain('<a href="#a--note-1" id="a--note-ref-1" role="doc-noteref"');
    expect(html).toMatch(
      /<aside class="footnote" role="doc-footnote" id="a--note-1"[^]*A note\.[^]*href="#a--note-ref-1"/,
    );
  });

  test('the first use of a glossary word in a section leads to its meaning', async () => {
    const glossary = [{ word: 'sprain', forms: ['sprains'], meaning: 'a torn band' }];
    const { html } = await composeMarkdown({ '01-a.md': '# A sprain\n\nSprains heal. A sprain heals.\n' }, 'web', {
      translation: { glossary },
    });
    expect(html.match(/class="term"/g)).toHaveLength(1);
    expect(html).toContain('<a href="#guidepress-word-1" class="term">Sprains</a> heal. A sprain');
    expect(html).toContain('<dt id="guidepress-word-1">sprain</dt><dd>a torn band</dd>');
  });
});

describe('nothing is lost', () => {
  test('raw HTML is merged with the Markdown round it, per section', async () => {
    const { html } = await composeMarkdown(
      {
        '01-a.md':
          '# A\n\n<table><caption>Oils</caption><tr><th scope="col">Oil</th></tr>\n<tr><td>Ginger</td></tr></table>\n\nAfter.\n',
        '02-b.md': '# B\n\nLater.\n',
      },
      'guide',
    );
    expect(html).toMatch(/<table><caption>Oils<\/caption><tbody><tr><th scope="col">Oil<\/th>/);
    expect(html).toMatch(/After\.<\/p><\/section><section class="section" id="b"/);
  });

  test('text that a block would swallow is a finding with its place', async () => {
    const text = '# A\n\n:::tracker{days=7}\n| Day | Pain |\n|---|---|\n| Monday | some words of the author |\n:::\n';
    const { findings } = await composeMarkdown({ '01-a.md': text }, 'guide');
    expect(findings).toMatchObject([
      { rule: 'text-lost', line: 6 },
      { rule: 'text-lost', line: 6 },
    ]);
  });

  test('a character that no font has is a named gap and a finding', async () => {
    const { html, findings } = await composeMarkdown({ '01-a.md': '# A\n\nA \u{1F9B4} hurts.\n' }, 'guide');
    expect(html).toContain('A [U+1F9B4] hurts.');
    expect(findings).toMatchObject([{ rule: 'character-missing', severity: 'error', line: 3, column: 3 }]);
  });
});

test('the checklist shows the first eight actions and a note names the rest', async () => {
  const actions = Array.from(
    { length: 10 },
    (_, index) => `:::action{#a${index}}\n**Do thing number ${'abcdefghij'[index]}**: daily\n:::\n`,
  );
  const { html, findings } = await composeMarkdown(
    { '01-help.md': cards, '02-do.md': `# Do\n\n${actions.join('\n')}` },
    'checklist',
  );
  expect(html.match(/class="checklist-row"/g)).toHaveLength(8);
  expect(html.match(/data-field="/g)).toHaveLength(56);
  expect(findings).toMatchObject([{ rule: 'checklist-rows', severity: 'note' }]);
  expect(findings[0]?.message).toContain('`Do thing number i`, `Do thing number j`');
});

test('the same order composes to the same publication, with an identifier of its own', async () => {
  const [first, second] = [
    await composeMarkdown({ '01-help.md': cards }, 'guide'),
    await composeMarkdown({ '01-help.md': cards }, 'guide'),
  ];
  expect(second.publication).toEqual(first.publication);
  expect(first.publication.identifier).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect((await composeMarkdown({ '01-help.md': cards }, 'web')).publication.identifier).not.toBe(
    first.publication.identifier,
  );
});
