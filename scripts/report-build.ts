import path from 'node:path';
import { exit } from './exit.ts';
import type { Product, Products } from './make.ts';
import type { Options } from './options.ts';
import { table, type Terminal } from './terminal.ts';

/** Says what a build found and made, as a table or as JSON. Returns the exit code. */
export function reportBuild(made: Products, options: Options, terminal: Terminal, started: number): number {
  const { findings, products, lack } = made;
  const milliseconds = Math.round(performance.now() - started);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const fresh = products.filter((product) => product.fresh);
  if (options.json) {
    const artifacts = products.map(({ entry }) => entry);
    const why = Object.fromEntries(products.map((product) => [product.entry.path, product.why]));
    const document = { findings, artifacts, ...(options.why ? { why } : {}), milliseconds };
    process.stdout.write(`${JSON.stringify(document)}\n`);
  } else terminal.findings(findings);
  for (const line of table((options.why ? products : fresh).map((product) => rowOf(product, options))))
    terminal.say(line);
  const kept = products.length - fresh.length;
  if (fresh.length === 0 && errors === 0 && lack === null)
    terminal.say(`Nothing to do: all products in ${options.out} are up to date (${milliseconds} ms)`);
  else
    terminal.say(
      `${fresh.length} made, ${kept} unchanged, ${errors} ${errors === 1 ? 'error' : 'errors'} (${milliseconds} ms)`,
    );
  if (errors > 0 && !(options.draft && products.length > 0)) return exit.content;
  if (lack === null) return exit.made;
  process.stderr.write(`No PDF was made: ${lack.message}\n`);
  return exit.machine;
}

function rowOf({ entry, fresh, why, milliseconds }: Product, options: Options): readonly string[] {
  const row = [
    path.join(options.out, entry.path),
    pagesOf(entry.pages),
    sizeOf(entry.bytes),
    fresh ? `${Math.round(milliseconds)} ms` : '',
  ];
  return options.why ? [...row, fresh ? why.join(', ') : 'unchanged'] : row;
}

function pagesOf(pages: number | null): string {
  return pages === null ? '' : `${pages} ${pages === 1 ? 'page' : 'pages'}`;
}

function sizeOf(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
