import { stat } from 'node:fs/promises';
import path from 'node:path';
import { exit, UsageError } from './exit.ts';
import { readOptions, type Options } from './options.ts';
import { Preview } from './preview/preview.ts';
import { openPressRoom } from './press-room.ts';
import { serve } from './preview/server.ts';
import { FolderWatch, type WatchedRoot } from './preview/watch-folders.ts';
import { openTerminal } from './terminal.ts';

/** `guidepress watch`: a local page that shows the products as they will be, new after each save. Resolves when it is stopped. */
export async function watch(words: readonly string[], signal: AbortSignal): Promise<number> {
  const options = readOptions('watch', words);
  const terminal = openTerminal(options);
  const press = openPressRoom();
  const preview = new Preview(options, { printer: press.printer, finish: press.finish, say: terminal.say });
  const roots = await rootsOf(options);
  const folders = await FolderWatch.open(roots, preview.change);
  try {
    await preview.open();
    const server = await serve(preview, options.port);
    try {
      terminal.say(`Preview: http://127.0.0.1:${server.port}/`);
      terminal.say(
        `Watching ${folders.folders} ${folders.folders === 1 ? 'folder' : 'folders'} in ${roots.map(shown).join(', ')}; Ctrl-C stops`,
      );
      await press.warm();
      await stopped(signal);
    } finally {
      await server.close();
    }
  } finally {
    folders.close();
    await preview.close();
    await press.close();
  }
  return exit.made;
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** The content folder where guides are named by id, and each folder or file that is named. */
async function rootsOf({ guides, content }: Options): Promise<readonly WatchedRoot[]> {
  const roots: WatchedRoot[] = [];
  let ids = guides.length === 0;
  for (const word of guides) {
    const found = await stat(word).catch(() => null);
    if (found?.isDirectory()) roots.push({ folder: path.resolve(word), depth: Number.POSITIVE_INFINITY });
    // Its pictures are beside it or in a folder there.
    else if (found?.isFile()) roots.push({ folder: path.dirname(path.resolve(word)), depth: 1 });
    else ids = true;
  }
  if (!ids) return roots;
  const folder = path.resolve(content);
  if (guides.length === 0 && !(await stat(folder).catch(() => null))?.isDirectory())
    throw new UsageError(`Unexpected \`${content}\`, expected a folder with guides: name one with --content`);
  return [...roots, { folder, depth: Number.POSITIVE_INFINITY }];
}

function shown({ folder }: WatchedRoot): string {
  return path.relative(process.cwd(), folder) || '.';
}
