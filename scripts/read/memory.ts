import type { GenericSchema } from 'valibot';
import type { Report } from '../findings.ts';
import { KnownPictures } from './assets.ts';
import { type Parsed, SectionParser } from './parse-in-worker.ts';
import { parseYaml, type Yaml, type YamlSource } from './yaml.ts';

/**
 * What earlier readings made of the same texts, for who reads a folder again and again while one file of it changes.
 * A text that is as it was is not parsed again; everything else is read as ever. Close it at the end.
 */
export class Memory {
  readonly parser: SectionParser = new RememberingParser();
  readonly pictures = new KnownPictures();
  readonly #yaml = new Map<string, RememberedYaml>();

  /** `parseYaml`, or what it gave for this file and text before, its findings too. */
  yaml<T>(source: YamlSource, schema: GenericSchema<unknown, T>, report: Report): Yaml<T> | null {
    const known = this.#yaml.get(source.file);
    if (known?.text === source.text && known.schema === schema) {
      for (const found of known.found) report(...found);
      // The schema is the same, and it made this value.
      return known.yaml as Yaml<T> | null;
    }
    const found: Parameters<Report>[] = [];
    const yaml = parseYaml(source, schema, (...one) => {
      found.push(one);
      report(...one);
    });
    this.#yaml.set(source.file, { text: source.text, schema, yaml, found });
    return yaml;
  }

  /** Ends the parser's thread. */
  close(): Promise<void> {
    return this.parser.close();
  }
}

interface RememberedYaml {
  readonly text: string;
  readonly schema: GenericSchema;
  readonly yaml: Yaml<unknown> | null;
  readonly found: readonly Parameters<Report>[];
}

/** Enough for a library of some dozens of guides; what was asked for longest ago goes first. */
const mostTexts = 2000;

class RememberingParser extends SectionParser {
  readonly #known = new Map<string, Parsed>();

  /** Each caller gets a tree of its own: the reader writes into it. */
  override async parse(source: string): Promise<Parsed> {
    const parsed = this.#known.get(source) ?? (await super.parse(source));
    this.#known.delete(source);
    // Lateness may be the machine's: it is tried again.
    if (!('problem' in parsed) || parsed.problem === 'nesting-deep') this.#known.set(source, parsed);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= mostTexts) break;
      this.#known.delete(oldest);
    }
    return structuredClone(parsed);
  }
}
