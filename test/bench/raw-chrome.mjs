// Raw Chrome: prints HTML files with puppeteer and nothing else, in a process of its own that is timed from start to end.
// Plain JavaScript, so that it starts as fast as Node can: no loader, no search for a browser.
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { launch } from 'puppeteer-core';

const job = JSON.parse(await readFile(process.argv[2], 'utf8'));
const browser = await launch({
  executablePath: job.browser,
  args: job.flags,
  env: job.env,
  pipe: true,
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
});
const rest = [...job.files];
await Promise.all(Array.from({ length: job.tabs }, printRest));
await browser.close();

async function printRest() {
  const tab = await browser.newPage();
  await tab.setJavaScriptEnabled(false);
  await tab.emulateMediaType('print');
  for (let file = rest.shift(); file !== undefined; file = rest.shift()) {
    await tab.setContent(await readFile(file, 'utf8'), { waitUntil: 'load', timeout: 120_000 });
    let pdf = new Uint8Array();
    for (let pass = 0; pass < job.passes; pass++) {
      pdf = await tab.pdf({
        tagged: true,
        outline: true,
        preferCSSPageSize: true,
        printBackground: true,
        timeout: 120_000,
      });
    }
    await writeFile(join(job.out, `${basename(file, '.html')}.pdf`), pdf);
  }
}
