import { downloadPage } from '../compose/download-page.ts';
import type { Library } from '../model.ts';
import { pressWeb } from '../press/web/press-web.ts';
import type { Manifest } from './manifest.ts';
import type { Output } from './output.ts';

/** Keeps `index.html` for the output, in the library's own language. */
export async function writeDownloadPage(output: Output, manifest: Manifest, library: Library): Promise<void> {
  const language = library.languages.get(library.language) ?? [...library.languages.values()][0];
  if (language) await output.add('index.html', pressWeb(downloadPage(manifest, library, language)));
}
