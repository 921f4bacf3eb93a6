import type { Reported } from '../compose/report-files.ts';
import { reportOf } from '../compose/report-page.ts';
import { pressWeb } from '../press/web/press-web.ts';
import type { Output } from './output.ts';

/** Keeps `report.html` for the output, in the library's own language. */
export async function writeReport(output: Output, reported: Reported): Promise<void> {
  const { library } = reported;
  const language = library.languages.get(library.language) ?? [...library.languages.values()][0];
  if (language) await output.add('report.html', pressWeb(reportOf(reported, language)));
}
