import { exit, explain, UsageError } from './exit.ts';
import { generator } from './version.ts';

type Verb = (words: readonly string[], signal: AbortSignal) => Promise<number>;

/** THE TABLE of verbs: each is loaded when it is called. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  build: async () => (await import('./build.ts')).build,
  check: async () => (await import('./check.ts')).check,
  doctor: async () => (await import('./doctor.ts')).doctor,
  new: async () => (await import('./new.ts')).create,
  review: async () => (await import('./review.ts')).review,
  watch: async () => (await import('./watch.ts')).watch,
};

const help = `Guidepress turns Markdown guides into accessible PDF handouts, also in large print, a
one-page checklist, a booklet, an ebook and a web page.

  guidepress build [guide …]     make all products, or those of the named guides (an id, a folder or a .md file)
  guidepress check [guide …]     the rules alone; with --fix it mends what is mechanical, with --accept it writes
                                 the safety locks that later changes are compared with
  guidepress watch [guide …]     a local page that shows the products and the findings, new after each save
  guidepress doctor              what this machine has, what it lacks, and the fix
  guidepress new guide ID        a guide to start from, in content/guides/ID
  guidepress new clinic ID       a clinic that hands out guides in its own name, in content/clinics/ID
  guidepress review GUIDE --by "Name, role, registration" --next YYYY-MM-DD
                                 says what is being signed, and signs it for the publisher or, with --clinic ID, for
                                 a clinic; --language and --place say which text. Any change of it voids the review

  --content DIR (content)        where guides are          --out DIR (output)       where products go
  --language TAG                 only this language        --place CC               for this country's numbers
  --edition ID                   handout, guide, checklist, large-print, booklet, ebook, web
  --paper a4|letter              only this paper           --clinic ID|none         only this clinic's, or no clinic's
  --draft                        make guides with errors too, stamped incomplete
  --unreviewed                   machine translations that nobody has signed too, as drafts
  --to FILE                      one product to this file (\`-\` for standard output) and nowhere else
  --actions ID,ID --note FILE    with --to: a patient's own copy with these actions and a clinic's note (\`-\` for
                                 standard input); nothing of it is kept but the copy
  --strict                       warnings are errors       --force                  make everything again
  --today YYYY-MM-DD             the day that decides which reviews have expired
  --parallel N (2)               products made at the same time
  --why                          say of each product why it was made, or that nothing it is made of changed
  --fix                          check: mend spacing, quotes and invisible characters in the files of these guides
  --accept                       check: keep today's cards, actions and facts as guides/ID/safety.lock.yml
  --port N (4848)                watch: where the page is
  --json                         one JSON document on stdout
  --quiet                        findings alone

Language, place, clinic, edition and paper may be given more than once.
Exit: 0 made · 1 the content has errors · 2 wrong use · 3 the machine lacks something · 70 our bug · 130 Ctrl-C
`;

/** Runs the command that was typed; resolves to its exit code. */
async function main(words: readonly string[]): Promise<number> {
  const [verb = '--help', ...rest] = words;
  if (verb === '--help' || verb === '-h' || verb === 'help' || rest.includes('--help')) {
    process.stdout.write(help);
    return exit.made;
  }
  if (verb === '--version') {
    process.stdout.write(`${generator}\n`);
    return exit.made;
  }
  const load = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!load)
    throw new UsageError(
      `Unexpected \`${verb}\`, expected one of ${Object.keys(verbs)
        .map((name) => `\`${name}\``)
        .join(', ')}: see guidepress --help`,
    );
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  return (await load())(rest, stop.signal);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { code, message } = explain(error);
  process.stderr.write(`${message}\n`);
  process.exitCode = code;
}
