/** This machine has no browser that starts. The message is one sentence with the one fix; the command line exits with 3. */
export class BrowserMissing extends Error {
  override readonly name = 'BrowserMissing';
}
