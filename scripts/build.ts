import path from 'node:path';
import { finding, type Finding } from './findings.ts';
import { strictly } from './severity.ts';
import { exit } from './exit.ts';
import { recordRun, unchangedRun } from './nothing-to-do.ts';
import { readOptions, type Options } from './options.ts';
import { hashOfInputs, hashOfProgram } from './plan/fingerprint.ts';
import type { Product } from './make.ts';
import { openTerminal, table, type Terminal } from './terminal.ts';
import { generator } from './version.ts';

/** `guidepress build`: content → output. Resolves to the exit code. */
export async function build(words: readonly string[], signal: AbortSignal): Promise<number> {
  const started = performance.now();
  const options = readOptions('build', words);
  const terminal = openTerminal(options);
  const program = await hashOfProgram();
  const browser = process.env['GUIDEPRESS_BROWSER'] ?? 'embedded';
  const inputs = await hashOfInputs(path.resolve(options.content), program, { ...options, browser });
  const all = options.guides.length === 0;
  const unchanged = all && !options.force ? await unchangedRun(options.out, inputs) : null;
  if (unchanged) return report(unchanged.findings, [], options, terminal, started);

  // Loaded here, so that "nothing to do" is answered at once.
  const [{ checkLibrary }, { load }, { planOrders }, { makeProducts }, { Output }] = await Promise.all([
    import('./check/index.ts'),
    import('./load.ts'),
    import('./plan/orders.ts'),
    import('./make.ts'),
    import('./write/output.ts'),
  ]);
  terminal.progress('Reading');
  const { library, blocked } = await load(options, checkLibrary);
  const sound = options.draft ? library.guides : library.guides.filter(({ id }) => !blocked.has(id));
  const incomplete = new Set(library.guides.filter(({ id }) => blocked.has(id)));
  const { orders, unmet } = planOrders({ ...library, guides: sound }, { ...options, incomplete });
  const output = await Output.open(path.resolve(options.out));
  const made = await makeProducts(orders, { library, output, options, program, browser, terminal, signal });
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
    (entry) => !options.draft && blocked.has(entry.guide),
  );
  const { writeDownloadPage } = await import('./write/download-page.ts');
  await writeDownloadPage(output, manifest, library);
  await output.close(manifest);
  if (all && !findings.some(({ severity }) => severity === 'error')) await recordRun(output, inputs, findings);
  return report(findings, made.products, options, terminal, started);
}

function isFiltered({ languages, places, editions, papers }: Options): boolean {
  return [languages, places, editions, papers].some(({ length }) => length > 0);
}

function report(
  findings: readonly Finding[],
  products: readonly Product[],
  options: Options,
  terminal: Terminal,
  started: number,
): number {
  const milliseconds = Math.round(performance.now() - started);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const fresh = products.filter((product) => product.fresh);
  if (options.json) {
    const artifacts = products.map(({ entry }) => entry);
    process.stdout.write(`${JSON.stringify({ findings, artifacts, milliseconds })}\n`);
  } else terminal.findings(findings);
  for (const line of table(
    fresh.map(({ entry, milliseconds: time }) => [
      path.join(options.out, entry.path),
      pagesOf(entry.pages),
      sizeOf(entry.bytes),
      `${Math.round(time)} ms`,
    ]),
  )) {
    terminal.say(line);
  }
  const kept = products.length - fresh.length;
  if (fresh.length === 0 && errors === 0)
    terminal.say(`Nothing to do: all products in ${options.out} are up to date (${milliseconds} ms)`);
  else
    terminal.say(
      `${fresh.length} made, ${kept} unchanged, ${errors} ${errors === 1 ? 'error' : 'errors'} (${milliseconds} ms)`,
    );
  return errors > 0 && !(options.draft && products.length > 0) ? exit.content : exit.made;
}

function pagesOf(pages: number | null): string {
  return pages === null ? '' : `${pages} ${pages === 1 ? 'page' : 'pages'}`;
}

function sizeOf(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
