import type { Markup } from '../jsx/jsx-runtime.ts';
import type { ClinicNote, View } from '../view.ts';

/**
 * A clinic's note for one patient, where it is to stand here (`at`; null for an edition with one place for it). The text is
 * as typed, each line in its own direction; it is taken to be in the document's language, since nobody says otherwise.
 */
export function FromClinic({ view, at, level }: { view: View; at: ClinicNote['at'] | null; level: number }): Markup {
  const note = view.clinicNote;
  if (note === null || (at !== null && note.at !== at)) return <></>;
  const Heading = `h${level}`;
  return (
    <section class="panel from-clinic" data-measure={view.words.fromClinic}>
      <Heading>{view.words.fromClinic}</Heading>
      {note.paragraphs.map((lines) => (
        <p dir="auto">{lines.map((line, index) => (index === 0 ? line : [<br />, line]))}</p>
      ))}
    </section>
  );
}
