import path from 'node:path';
import { exit } from './exit.ts';
import { contentHash } from './review/content-hash.ts';
import { contentOf, readRequest } from './review/request.ts';
import { statementOf } from './review/statement.ts';
import { openTerminal } from './terminal.ts';

/** Findings that a new signature answers. */
const answered: readonly string[] = ['unreviewed', 'expired', 'review-void'];

/** `guidepress review`: says what is being signed, and signs it. A guide with errors is not signed. Resolves to the exit code. */
export async function review(words: readonly string[]): Promise<number> {
  const request = readRequest(words);
  const { options, by, next } = request;
  const terminal = openTerminal(options);
  const [{ checkLibrary }, { blockedGuides, load }, { reviewsName }, { writeReview }] = await Promise.all([
    import('./check/index.ts'),
    import('./load.ts'),
    import('./read/reviews.ts'),
    import('./write/reviews.ts'),
  ]);
  const { library } = await load(options, (read) => read.findings);
  const content = contentOf(request, library);
  const { guide, translation, country, clinic } = content;
  // A clinic's own place may lack a number that the text calls.
  const place = country === null ? {} : { place: country.code };
  const checked = checkLibrary(library, { today: options.today, ...place });
  const blocked = blockedGuides({ ...library, findings: checked }, path.resolve(options.content));
  const findings = checked.filter(({ severity, rule }) => severity !== 'note' && !answered.includes(rule));
  if (!options.json) terminal.findings(findings);
  if (blocked.has(guide.id)) {
    if (options.json) process.stdout.write(`${JSON.stringify({ review: null, findings })}\n`);
    process.stderr.write(`${guide.id}: not signed, it has errors: mend them first\n`);
    return exit.content;
  }
  const statement = statementOf(content, library);
  const hash = contentHash(content, library);
  const { language } = translation;
  const entry = { guide: guide.id, language, place: country?.code ?? null, hash, by, date: options.today, next };
  for (const { title, lines } of statement) {
    terminal.say(`${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
  }
  terminal.say(`Content\n  sha256 ${hash}\n`);
  const file = path.join(clinic?.folder ?? library.root, reviewsName);
  await writeReview(file, entry);
  const shown = path.relative(process.cwd(), file);
  if (options.json) process.stdout.write(`${JSON.stringify({ review: entry, file: shown, statement, findings })}\n`);
  terminal.say(`Signed in ${shown}: reviewed by ${by} on ${entry.date}, next review by ${next}`);
  terminal.say(
    `Any change of this content, version and date aside, makes it void. Now: npx guidepress build ${guide.id}`,
  );
  return exit.made;
}
