import { launch, type Browser } from 'puppeteer-core';
import { findBrowser } from '../../scripts/press/pdf/find-browser.ts';

/**
 * The browser that the press prints with, for checkers that run scripts in the page, which the press never does.
 * The sandbox is off, since it may run as root in a container and only ever opens what this suite has built.
 */
export async function launchCheckBrowser(): Promise<Browser> {
  const { path } = await findBrowser();
  return launch({
    executablePath: path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
    pipe: true,
    protocolTimeout: 240_000,
  });
}
