import { parentPort } from 'node:worker_threads';
import type { Root } from 'mdast';
import type { Position } from 'unist';
import { parseMarkdown } from './markdown.ts';
import { TooDeep } from './nesting.ts';
import { TooLarge } from './tree-size.ts';

/** What the parser's thread answers: once `ready`, then one answer a source. */
export type ParserAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'parsed'; readonly tree: Root }
  | { readonly kind: 'deep'; readonly position: Position | undefined }
  | { readonly kind: 'large'; readonly what: string; readonly position: Position | undefined }
  | { readonly kind: 'failed'; readonly reason: string };

/** Runs in the worker: parses each source it is sent. */
export function answerSources(): void {
  if (parentPort === null) throw new Error('expected to run in a worker, got the main thread');
  const port = parentPort;
  port.on('message', (source: string) => {
    port.postMessage(answer(source));
  });
  port.postMessage({ kind: 'ready' } satisfies ParserAnswer);
}

function answer(source: string): ParserAnswer {
  try {
    return { kind: 'parsed', tree: parseMarkdown(source) };
  } catch (error) {
    if (error instanceof TooDeep) return { kind: 'deep', position: error.position };
    if (error instanceof TooLarge) return { kind: 'large', what: error.message, position: error.position };
    if (error instanceof RangeError) return { kind: 'deep', position: undefined };
    return { kind: 'failed', reason: String(error) };
  }
}
