import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from './findings.ts';
import { readManifest } from './write/manifest.ts';
import { recordName, type Output } from './write/output.ts';

interface RunRecord {
  readonly inputs: string;
  readonly findings: readonly Finding[];
}

/** The last run's record where its inputs were the same and its products and pages are all still there; else null. */
export async function unchangedRun(out: string, inputs: string): Promise<RunRecord | null> {
  const record = await readRecord(out);
  if (record?.inputs !== inputs) return null;
  const { artifacts } = await readManifest(out);
  for (const { path: at, bytes } of artifacts) {
    const found = await stat(path.join(out, at)).catch(() => null);
    if (found?.size !== bytes) return null;
  }
  for (const page of ['index.html', 'report.html']) {
    if ((await stat(path.join(out, page)).catch(() => null)) === null) return null;
  }
  return artifacts.length > 0 ? record : null;
}

/** Remembers a run that made everything. */
export async function recordRun(output: Output, inputs: string, findings: readonly Finding[]): Promise<void> {
  const record: RunRecord = { inputs, findings };
  await output.writeFile(recordName, new TextEncoder().encode(`${JSON.stringify(record)}\n`));
}

async function readRecord(out: string): Promise<RunRecord | null> {
  try {
    const record: unknown = JSON.parse(await readFile(path.join(out, recordName), 'utf8'));
    return isRecord(record) ? record : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is RunRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    'inputs' in value &&
    typeof value.inputs === 'string' &&
    'findings' in value &&
    Array.isArray(value.findings)
  );
}
