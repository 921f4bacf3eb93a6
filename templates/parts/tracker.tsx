import type { Markup } from '../jsx/jsx-runtime.ts';
import type { Tracker as Diary, View } from '../view.ts';
import { diaryRecordsOf } from './records.tsx';
import { Scrolling } from './scrolling.tsx';

/** A diary to fill in: a row a day. The first column numbers the days; empty cells are for writing. */
export function Tracker({ tracker, view }: { tracker: Diary; view: View }): Markup {
  const [first, ...others] = tracker.columns;
  const records = diaryRecordsOf(tracker, view);
  if (records !== null) {
    return (
      <div class="diary">
        {tracker.caption}
        {records}
      </div>
    );
  }
  const days = Array.from({ length: tracker.days }, (_, index) => index + 1);
  return (
    <div class="tracker">
      {tracker.caption}
      <Scrolling view={view} kind="table">
        <table>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {others.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr class={day % 7 === 0 ? 'week-end' : undefined}>
                <th scope="row">{day}</th>
                {others.map(() => (
                  <td> </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </div>
  );
}
