import { readFileSync } from 'node:fs';
import path from 'node:path';
import { finish, type Finished, type FinishOptions } from '../../scripts/press/pdf/finish/index.ts';

const folder = path.join(import.meta.dirname, '../fixtures/finish');

/** What the tests finish with. */
export const options: FinishOptions = {
  title: 'Title & more',
  language: 'en',
  direction: 'ltr',
  author: 'Writer',
  subject: 'Backs',
  keywords: ['back', 'pain'],
  identifier: 'urn:uuid:00000000-0000-5000-8000-000000000000',
  date: 1_700_000_000,
  producer: 'Guidepress',
  claim: 'PDF/UA-1 + PDF/A-2a',
  linkLabels: new Map(),
};

/** A PDF as Chromium printed it from the HTML of the same name. */
export function raw(name: string): Buffer {
  return readFileSync(path.join(folder, `${name}.pdf`));
}

/** A fixture, finished. */
export function finished(name: string, changes: Partial<FinishOptions> = {}): Finished {
  return finish(raw(name), { ...options, ...changes });
}
