import { isMap, isScalar, parseDocument } from 'yaml';
import type { Node, Pair } from 'yaml';
import type { Spot } from './spots.ts';

/** A value of a YAML file, with the names that lead to it: `['urgent', 'say']`. */
export interface YamlSpot extends Spot {
  readonly path: readonly string[];
}

/** The values of a YAML file, groups before what is in them, in the file's order. */
export function yamlSpots(file: string, text: string): readonly YamlSpot[] {
  return valuesOf(parseDocument(text, { schema: 'failsafe' }).contents, [], file);
}

function valuesOf(node: Node | null, path: readonly string[], file: string): readonly YamlSpot[] {
  if (!isMap<unknown, Node | null>(node)) return [];
  return node.items.flatMap(({ key, value }: Pair<unknown, Node | null>) => {
    const inner = [...path, isScalar(key) ? String(key.value) : ''];
    const [start, end] = value?.range ?? [0, 0];
    return end === 0 ? [] : [{ path: inner, file, start, end }, ...valuesOf(value, inner, file)];
  });
}
