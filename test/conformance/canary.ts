import { spawn } from 'node:child_process';
import path from 'node:path';
import { openPrinter, provenVersions } from '../../scripts/press/pdf/printer.ts';

/*
 * `npm run canary -- /path/to/chrome`: prints the library and the corpus with another browser, runs every PDF check of the
 * conformance suite on what comes out, and says whether that browser may join the proven list.
 */

const [browser] = process.argv.slice(2);
if (browser === undefined) {
  process.stderr.write('Unexpected lack of a browser, expected `npm run canary -- /path/to/chrome`\n');
  process.exit(2);
}
const executable = path.resolve(browser);
process.env['GUIDEPRESS_BROWSER'] = executable;

const printer = await openPrinter();
const { version } = printer;
await printer.close();
process.stdout.write(`${executable} is ${version}: printing the library and the corpus with it\n`);

const suite = [
  'run',
  '--config',
  'test/conformance/vitest.config.ts',
  'test/conformance/verapdf',
  'test/conformance/pdf-',
];
const tests = spawn(process.execPath, [path.resolve('node_modules/vitest/vitest.mjs'), ...suite], {
  stdio: 'inherit',
  env: { ...process.env, GUIDEPRESS_CANARY: version },
});
tests.once('exit', (code) => {
  process.stdout.write(`${verdict(code === 0)}\n`);
  process.exitCode = code === 0 ? 0 : 1;
});

function verdict(passed: boolean): string {
  if (!passed) return `${version} may not join the proven list: the failures stand above`;
  return provenVersions.includes(version)
    ? `${version} is on the proven list, and rightly`
    : `${version} may join the proven list: add it to provenVersions in scripts/press/pdf/printer.ts`;
}
