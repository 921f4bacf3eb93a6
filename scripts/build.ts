import path from 'node:path';
import { finding } from './findings.ts';
import { strictly } from './severity.ts';
import { recordRun, unchangedRun } from './nothing-to-do.ts';
import { readOptions, type Options } from './options.ts';
import { hashOfInputs, hashOfProgram } from './plan/fingerprint.ts';
import { reportBuild } from './report-build.ts';
import { openTerminal } from './terminal.ts';
import { generator } from './version.ts';

/** `guidepress build`: content → output. Resolves to the exit code. */
export async function build(words: readonly string[], signal: AbortSignal): Promise<number> {
  const started = performance.now();
  const options = readOptions('build', words);
  if (options.to !== null) return (await import('./make-copy.ts')).makeCopy(options, options.to, signal);
  const terminal = openTerminal(options);
  const program = await hashOfProgram();
  const browser = process.env['GUIDEPRESS_BROWSER'] ?? 'embedded';
  // How a run speaks and hurries changes nothing that it makes.
  const asked = { ...options, browser, why: null, json: null, quiet: null, parallel: null };
  const inputs = await hashOfInputs(path.resolve(options.content), program, asked);
  const all = options.guides.length === 0;
  const unchanged = all && !options.force ? await unchangedRun(options.out, inputs) : null;
  if (unchanged)
    return reportBuild({ findings: unchanged.findings, products: [], lack: null }, options, terminal, started);

  // Loaded here, so that "nothing to do" is answered at once.
  const [{ checkLibrary }, { load }, { planOrders }, { makeProducts }, { Output }, { Ledger }] = await Promise.all([
    import('./check/index.ts'),
    import('./load.ts'),
    import('./plan/orders.ts'),
    import('./make.ts'),
    import('./write/output.ts'),
    import('./write/ledger.ts'),
  ]);
  terminal.progress('Reading');
  const { library, blocked, blockedClinics } = await load(options, checkLibrary);
  const sound = options.draft ? library.guides : library.guides.filter(({ id }) => !blocked.has(id));
  const incomplete = new Set(library.guides.filter(({ id }) => blocked.has(id)));
  const clinics = new Map([...library.clinics].filter(([id]) => options.draft || !blockedClinics.has(id)));
  const { orders, unmet } = planOrders(
    { ...library, guides: sound, clinics },
    { ...options, incomplete, incompleteClinics: blockedClinics },
  );
  const output = await Output.open(path.resolve(options.out));
  const ledger = await Ledger.read(path.resolve(options.out));
  const made = await makeProducts(orders, { library, output, ledger, options, program, browser, terminal, signal });
  const findings = [
    ...library.findings,
    ...strictly(made.findings, options),
    ...unmet.map(({ guide, edition, message }) =>
      finding('edition-empty', { file: guide.file }, `Unexpected edition \`${edition}\`, ${message}`),
    ),
  ];
  const manifest = output.manifest(
    generator,
    all && !isFiltered(options),
    ({ guide, clinic }) => !options.draft && (blocked.has(guide) || (clinic !== null && blockedClinics.has(clinic))),
  );
  const [{ writeDownloadPage }, { writeReport }, { describeRun }] = await Promise.all([
    import('./write/download-page.ts'),
    import('./write/report.ts'),
    import('./report/run.ts'),
  ]);
  await writeDownloadPage(output, manifest, library);
  const run = describeRun(library, options, findings);
  await writeReport(output, { manifest, library, run, factsOf: (entry) => ledger.factsOf(entry) });
  await ledger.write(output, new Set(manifest.artifacts.map((entry) => entry.path)));
  await output.close(manifest);
  if (all && made.lack === null && !findings.some(({ severity }) => severity === 'error'))
    await recordRun(output, inputs, findings);
  return reportBuild({ ...made, findings }, options, terminal, started);
}

function isFiltered({ languages, places, clinics, editions, papers }: Options): boolean {
  return [languages, places, clinics, editions, papers].some(({ length }) => length > 0);
}
