import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compose } from '../../scripts/compose/compose.ts';
import type { Order } from '../../scripts/model.ts';
import { openPressRoom } from '../../scripts/press-room.ts';
import { press, type Pressed } from '../../scripts/press/press.ts';
import { requireTools } from '../conformance/require-tools.ts';
import { problemsOf } from '../facts/compare.ts';
import { factsOf } from '../facts/products.ts';
import { readPdf } from '../facts/read-product.ts';
import { share } from '../long/share.ts';
import { ownOf, readChoices } from './cases.ts';

/*
 * Nothing that is chosen moves the emergency card: random selections are pressed, and page 1 of each PDF is read. A page 1 that has
 * no room is no product but a problem that says so.
 */

const wanted = share({ normal: 6, long: 50 });

test.runIf(requireTools('Reading page 1', 'pdftotext'))(
  `the emergency card is whole on page 1 of ${wanted} random selections`,
  { timeout: 1_200_000 },
  async () => {
    const { library, content, cases } = await readChoices();
    const printed = cases.filter(({ order }) => order.format === 'pdf');
    const room = openPressRoom();
    const folder = await mkdtemp(path.join(tmpdir(), 'guidepress-front-'));
    const pressed = async (order: Order): Promise<Pressed> =>
      press(compose(order, library).publication, order, { ...room, guess: null, printed: null });
    const moved: string[] = [];
    const refused: string[] = [];
    let made = 0;
    try {
      for (const choice of fc.sample(printed, { numRuns: wanted * 2, seed: 11 })) {
        if (made === wanted) break;
        const own = ownOf(choice);
        let { artifact, problems } = await pressed(own);
        // As the command does: a note that page 1 has no room for goes behind the cards.
        if (own.own !== null && problems.some(({ rule }) => rule === 'front-long'))
          ({ artifact, problems } = await pressed({ ...own, own: { ...own.own, noteAt: 'after-cards' } }));
        const name = `${own.path} ${choice.actions?.join(',') ?? 'all'}`;
        if (problems.some(({ rule }) => /^(?:front|checklist)-long$/.test(rule))) {
          refused.push(name);
          continue;
        }
        const file = path.join(folder, 'copy.pdf');
        await writeFile(file, artifact.bytes);
        const { expected, numbers, isRightToLeft } = factsOf(content, {
          guide: own.guide.id,
          language: own.language.tag,
          place: own.country?.code ?? null,
          clinic: own.clinic?.id ?? null,
          edition: own.edition,
          status: own.status,
        });
        const reading = await readPdf(file, isRightToLeft);
        const [heading] = expected.strands.filter((strand) => strand.name === 'headings of cards');
        expect(expected.emergency.facts.length).toBeGreaterThan(2);
        const strands = heading ? [{ ...heading, facts: heading.facts.slice(0, 1) }] : [];
        const onFirst = { ...reading, text: reading.firstPage ?? '' };
        moved.push(...problemsOf(onFirst, { ...expected, strands }, numbers).map((problem) => `${name}: ${problem}`));
        made += 1;
      }
    } finally {
      await room.close();
      await rm(folder, { recursive: true, force: true });
    }
    expect(moved).toEqual([]);
    expect(made, `refused: ${refused.join('; ')}`).toBe(wanted);
  },
);
