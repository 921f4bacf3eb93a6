import type { Element } from 'hast';
import { papers, type Edition } from './edition.ts';
import type { Markup } from './jsx/jsx-runtime.ts';
import { WriteLine } from './parts/boxes.tsx';
import { cardHeading, classOf, OriginalHead } from './parts/care-card.tsx';
import { ClinicLine, QrCode, scanWords } from './parts/clinic.tsx';
import { FromClinic } from './parts/from-clinic.tsx';
import { oneAfterTheOther } from './parts/original.tsx';
import type { Action, View } from './view.ts';
import { fill } from './words.ts';

/** Most rows that a page read from a step away can hold. */
export const checklistRows = 8;

const margin = { top: 12, right: 12, bottom: 16, left: 12 } as const;

/** One page for the fridge: what to do, seven days to tick, when to call. Its type is as big as fits, 14 to 20 pt. */
export const checklist: Edition = {
  id: 'checklist',
  format: 'pdf',
  variants: [null],
  medium: null,
  needs: 'actions',
  styles: ['tokens', 'print', 'checklist'],
  sectionLevel: 2,
  namesPages: false,
  listsPagesOf: null,
  personal: true,
  name: (words) => words.checklist,
  page: (view, paper) => ({
    paper,
    ...papers[paper],
    margin,
    head: ['', ''],
    foot: footOf(view),
    runningHeads: [],
    firstFoot: footOf(view),
    maxPages: 1,
    fit: {
      selector: '.sheet',
      height: papers[paper].height - margin.top - margin.bottom - 1,
      min: 14,
      max: 20,
      step: 0.25,
    },
  }),
  documents: (view) => [
    {
      id: 'checklist',
      title: fill(view.words.dailyChecklist, { title: view.title }),
      type: 'bodymatter',
      inContents: true,
      body: [(<Sheet view={view} />) as Element],
    },
  ],
};

function footOf(view: View): readonly [string, string] {
  const foot = [
    view.issuer.text,
    view.words.checklist,
    view.version && fill(view.words.version, { version: view.version }),
  ];
  const line = foot.filter(Boolean).join(' · ');
  return view.direction === 'rtl' ? [view.statusBand, line] : [line, view.statusBand];
}

function Sheet({ view }: { view: View }): Markup {
  const { words } = view;
  const days = words.days.split(' ');
  const names = words.dayNames.split(' ');
  return (
    <main class="sheet">
      <div class="sheet-head" data-measure="title">
        <h1>{fill(words.dailyChecklist, { title: view.title })}</h1>
      </div>
      <table class="checklist">
        <thead>
          <tr data-measure={words.tickWhenDone}>
            <th scope="col">{words.tickWhenDone}</th>
            {days.map((day) => (
              <th scope="col" class="day">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.actions.slice(0, checklistRows).map((action) => (
            <Row action={action} days={names} view={view} />
          ))}
        </tbody>
      </table>
      <FromClinic view={view} at={null} level={2} />
      <Emergency view={view} />
      <div class="sheet-foot" data-measure="foot">
        <div class="lines">
          <WriteLine>
            <strong>{words.myGoal}</strong>
          </WriteLine>
          <WriteLine>
            <strong>{words.weekFrom}</strong>
          </WriteLine>
          <WriteLine>
            <strong>{words.nextVisit}</strong>
          </WriteLine>
          <ClinicLine view={view} />
        </div>
        {view.code && <p class="scan">{scanWords(view)}</p>}
        {view.code && <QrCode view={view} kind="qr" />}
      </div>
      <p class={`status ${view.status}`} data-measure="status">
        {view.statusSentence}
      </p>
    </main>
  );
}

function Row({ action, days, view }: { action: Action; days: readonly string[]; view: View }): Markup {
  const picture = action.figure?.image.tagName === 'img' ? action.figure.image : null;
  const name = view.actionNames.get(action.id) ?? action.id;
  return (
    <tr class="checklist-row" data-measure={name}>
      <th scope="row">
        {picture && { ...picture, properties: { ...picture.properties, alt: '' } }}
        <span class="words">
          <strong class="what">{action.name} </strong>
          <span class="dose">{action.dose}</span>
        </span>
      </th>
      {days.map((day, index) => (
        <td class="day">
          <span
            class="box"
            data-field={`${action.id}-${index + 1}`}
            data-tip={fill(view.words.tickTip, { day, action: name })}
          ></span>
        </td>
      ))}
    </tr>
  );
}

/** The emergency card as a strip; the way to the other cards stands under it. */
function Emergency({ view }: { view: View }): Markup {
  return (
    <>
      {view.cards
        .filter((card) => card.band === 'emergency')
        .map((card) => (
          <section class={`${classOf(card)} strip`} data-measure="emergency">
            <span class="edge" data-artifact></span>
            <div class="card">
              <div class="head">
                <img class="icon" src="icons/ambulance-white.svg" alt="" />
                <h2>{cardHeading('emergency', view)}</h2>
                <p class="any">{view.words.anyOfThese}</p>
                <OriginalHead card={card} view={view} />
              </div>
              <div class="body">{oneAfterTheOther(card)}</div>
            </div>
          </section>
        ))}
    </>
  );
}
