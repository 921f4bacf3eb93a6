import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/**
 * True if all commands are on the PATH. Where some are missing: throws with `CI=true`, since a check that did not
 * run has proved nothing; else says aloud what is skipped and is false.
 */
export function requireTools(purpose: string, ...commands: readonly string[]): boolean {
  const missing = commands.filter((command) => !isInstalled(command));
  if (missing.length === 0) return true;
  const message = `${purpose} needs ${missing.join(', ')}, not on the PATH`;
  if (process.env['CI'] === 'true') throw new Error(`${message}: CI may not skip it`);
  console.warn(`SKIPPED: ${message}`);
  return false;
}

/** True if the PATH holds an executable of that name. */
export function isInstalled(command: string): boolean {
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
