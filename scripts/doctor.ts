import { fontsFor } from './compose/fonts.ts';
import { exit, explain } from './exit.ts';
import { table } from './terminal.ts';
import { generator } from './version.ts';

interface Diagnosis {
  readonly what: string;
  readonly found: string;
  readonly fix: string | null;
}

/** `guidepress doctor`: what this machine has, what it lacks, and the one fix for each lack. It makes and checks one real page. */
export async function doctor(): Promise<number> {
  const diagnoses = [node(), ...fonts(), ...(await browser())];
  for (const line of table(
    diagnoses.map(({ what, found, fix }) => [fix ? 'lacks' : 'ok', what, fix ? `${found}: ${fix}` : found]),
  )) {
    process.stdout.write(`${line}\n`);
  }
  return diagnoses.some(({ fix }) => fix !== null) ? exit.machine : exit.made;
}

function node(): Diagnosis {
  return { what: 'program', found: `${generator} on Node ${process.versions.node}`, fix: null };
}

function fonts(): Diagnosis[] {
  const samples = {
    Latin: 'Aa',
    Arabic: 'ابت',
    Hebrew: 'אבג',
    Devanagari: 'कखग',
    Chinese: '中文',
    Japanese: 'かな',
    Korean: '한글',
  };
  return Object.entries(samples).map(([script, text]) => {
    const { fonts: found, missing } = fontsFor(text, 'en');
    const names = [...new Set(found.map(({ family }) => family))].join(', ');
    const lack = missing[0]?.package;
    return {
      what: `font, ${script}`,
      found:
        missing.length === 0 ? names : `none (needed for guides in this script alone: npm install ${lack ?? 'a font'})`,
      fix: null,
    };
  });
}

/** Prints a page through the whole press and reads it back. */
async function browser(): Promise<Diagnosis[]> {
  try {
    const { openPrinter } = await import('./press/pdf/printer.ts');
    const printer = await openPrinter();
    try {
      const { pressSamplePage } = await import('./press/pdf/sample-page.ts');
      const { pages, bytes, problems } = await pressSamplePage(printer);
      return [
        { what: 'browser', found: `${printer.version} at ${printer.path}`, fix: null },
        {
          what: 'sandbox',
          found: printer.sandbox ? 'on' : 'off: the user is root or the system forbids it',
          fix: null,
        },
        {
          what: 'PDF/UA claim',
          found: printer.proven
            ? 'made: the conformance suite passed on this browser'
            : 'left out: the conformance suite has not passed on this browser',
          fix: null,
        },
        { what: 'sample page', found: `${pages} page, ${bytes} bytes, its text read back`, fix: problems[0] ?? null },
      ];
    } finally {
      await printer.close();
    }
  } catch (error) {
    return [{ what: 'browser', found: 'no page could be made', fix: explain(error).message }];
  }
}
