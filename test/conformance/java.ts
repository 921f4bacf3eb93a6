import { copyFile, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './require-tools.ts';
import { run, type Run } from './run.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const lib = path.join(here, 'lib');

/** Runs a Java class, or a single source file of this folder, with the validators of pom.xml on its class path. */
export async function runJava(main: string, args: readonly string[]): Promise<Run> {
  await fetchValidators();
  // Tiered compilation to level 1: a run lasts seconds, so the optimising compiler costs more than it gives.
  const options = ['-XX:TieredStopAtLevel=1', '-Djava.awt.headless=true'];
  return run('java', [...options, '-cp', `${lib}/*`, main, ...args], here);
}

/** Puts the jars of pom.xml into lib/, once for each state of pom.xml. Throws if Maven is missing or fails. */
export async function fetchValidators(): Promise<void> {
  const pom = path.join(here, 'pom.xml');
  const stamp = path.join(lib, 'pom.xml');
  if ((await textOf(stamp)) === (await textOf(pom))) return;
  if (!isInstalled('mvn')) throw new Error('Expected Maven (mvn) to fetch veraPDF and EPUBCheck, got none on the PATH');
  await rm(lib, { recursive: true, force: true });
  const fetched = await run('mvn', ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`], here);
  if (fetched.code !== 0) throw new Error(`Expected mvn to fetch the validators, got ${fetched.stdout}`);
  await copyFile(pom, stamp);
}

async function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}
