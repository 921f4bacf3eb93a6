import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkLibrary } from '../../scripts/check/index.ts';
import type { Finding } from '../../scripts/findings.ts';
import { readLibrary } from '../../scripts/read/library.ts';
import type { Entry, Manifest } from '../../scripts/write/manifest.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What marks a clinic: nothing of it may stand in another's product. */
export interface Marks {
  readonly name: string;
  readonly street: string;
  readonly say: string;
  readonly dial: string;
  readonly hours: string;
  readonly url: string;
  readonly brand: string;
  /** Colour of the logo alone. */
  readonly logo: string;
}

/** What a run said and made. */
export interface Outcome {
  readonly code: number;
  readonly stderr: string;
  readonly findings: readonly Finding[];
  readonly artifacts: readonly Entry[];
}

/** A folder with a small library of one guide, and the command run in it as a user does. */
export class ClinicLibrary {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async open(): Promise<ClinicLibrary> {
    const folder = await mkdtemp(path.join(tmpdir(), 'guidepress-clinics-'));
    const content = path.join(folder, 'content');
    for (const file of ['languages/en-GB.yml', 'places/GB.yml', 'places/IE.yml'])
      await cp(path.join(root, 'content', file), path.join(content, file));
    const guide = path.join(content, 'guides/walk');
    await mkdir(path.join(guide, 'en-GB'), { recursive: true });
    await cp(path.join(root, 'content/shared/figures/walk.svg'), path.join(guide, 'figures/walk.svg'));
    await writeFile(path.join(content, 'library.yml'), 'publisher: Test press\nlanguage: en-GB\nplace: GB\n');
    await writeFile(path.join(guide, 'guide.yml'), 'title: How to walk\ndate: 2026-01-02\n');
    await writeFile(path.join(guide, 'en-GB/01-walk.md'), section);
    return new ClinicLibrary(folder);
  }

  async writeClinic(id: string, marks: Marks, more = ''): Promise<void> {
    const folder = path.join(this.folder, 'content/clinics', id);
    await mkdir(folder, { recursive: true });
    await this.writeLogo(id, marks);
    const { name, street, say, dial, hours, url, brand } = marks;
    await this.write(
      `clinics/${id}/clinic.yml`,
      `name: ${name}\naddress: [${street}]\nphones:\n  - { say: ${say}, dial: '${dial}' }\nhours: ${hours}\nurl: ${url}\nlogo: logo.svg\ncolours: { brand: '${brand}' }\n${more}`,
    );
  }

  /** A picture of one colour, with something more in it. */
  async writeLogo(id: string, { logo }: Marks, more = ''): Promise<void> {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path fill="${logo}" d="M0 0h20v10H0z"/>${more}</svg>`;
    await this.write(`clinics/${id}/logo.svg`, svg);
  }

  /** Errors that the reader and the checks find in what is around the guides. */
  async errors(): Promise<readonly Finding[]> {
    const read = await readLibrary(path.join(this.folder, 'content'), { cwd: this.folder, only: [] });
    return checkLibrary(read, { today: '2026-06-01' }).filter(({ severity }) => severity === 'error');
  }

  /** Writes a file of the content folder. */
  async write(at: string, text: string): Promise<void> {
    await writeFile(path.join(this.folder, 'content', at), text);
  }

  async read(at: string): Promise<string> {
    return readFile(path.join(this.folder, 'content', at), 'utf8');
  }

  /** `guidepress build --json` with these words. */
  build(...words: readonly string[]): Promise<Outcome> {
    const typed = [path.join(root, 'bin/guidepress.mjs'), 'build', '--json', ...words];
    return new Promise((resolve) => {
      execFile(process.execPath, typed, { cwd: this.folder, maxBuffer: 1e8 }, (error, stdout, stderr) => {
        const { findings = [], artifacts = [] }: Partial<Outcome> = stdout === '' ? {} : JSON.parse(stdout);
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stderr, findings, artifacts });
      });
    });
  }

  async manifest(): Promise<Manifest> {
    return JSON.parse(await readFile(path.join(this.folder, 'output/manifest.json'), 'utf8')) as Manifest;
  }

  /** Absolute path of a product. */
  product(at: string): string {
    return path.join(this.folder, 'output', at);
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

const section = `---
in: [handout, guide, ebook, web]
---

# Walk daily

:::emergency
- sudden bad pain in your chest
:::

:::steps
1. **Check for warning signs.** Get help first if one fits you.
2. **Walk.** Go at your own pace.
3. **Rest.** Sit down when you are tired.
:::

![A person walks upright.](walk.svg)
Look ahead.

:::action{#stroll}
**Walk at your own pace**: as far as you like

1. Stand up.
2. Go.
:::
`;
