import type { Language, Publication } from '../model.ts';
import { icons, judges, softwareNamed, softwareUsed } from '../report/software.ts';
import { generator } from '../version.ts';
import { reportPage, type Fact, type ReportTable, type ReportView } from '../../templates/report-page.tsx';
import { fill, type Words } from '../../templates/words.ts';
import { pageAbout } from './page-about.ts';
import { filesOf, statusesIn, type Reported } from './report-files.ts';

/** The report on what the manifest lists: only what was measured, checked or read from the packages themselves. */
export function reportOf(reported: Reported, language: Language): Publication {
  const { library, manifest } = reported;
  const { words } = language;
  const known = new Map(library.guides.map((guide) => [guide.id, guide]));
  const ids = [...new Set([...known.keys(), ...manifest.artifacts.map((entry) => entry.guide)])];
  const guides = ids.flatMap((id) => {
    const translations = known.get(id)?.translations;
    const translation = translations?.get(language.tag) ?? [...(translations?.values() ?? [])][0];
    const files = filesOf(id, reported, language);
    return files.length === 0 ? [] : [{ id, title: translation?.title ?? id, files }];
  });
  const view: ReportView = {
    publisher: library.publisher,
    summary: summaryOf(reported, words),
    guides,
    ...tablesOf(reported, words),
  };
  return pageAbout(
    { id: 'report', title: words.report, body: reportPage(view, words), styles: ['tokens', 'web', 'report'] },
    { text: JSON.stringify([view, words]), library, language },
  );
}

function summaryOf({ manifest, factsOf, run }: Reported, words: Words): readonly Fact[] {
  const count = (severity: string): number =>
    run.rules.filter((rule) => rule.severity === severity).reduce((sum, { findings }) => sum + findings, 0);
  const counts = { errors: count('error'), warnings: count('warning'), notes: count('note') };
  const browsers = new Set(manifest.artifacts.flatMap((entry) => factsOf(entry)?.browser ?? []));
  const limits = run.limits.length === 0 ? [] : [fill(words.reportLimited, { limits: run.limits.join(' ') })];
  return [
    line(words.reportFiles, [`${manifest.artifacts.length}`, ...statusesIn(manifest, words)]),
    line(words.reportRun, [run.guides.join(', '), ...limits, fill(words.reportFindings, counts)]),
    line(words.reportMaker, [generator, `Node.js ${process.versions.node}`, ...[...browsers].sort()]),
  ];
}

function line(name: string, texts: readonly string[]): Fact {
  return { name, values: texts.map((text) => ({ text, code: false })) };
}

function tablesOf(
  { manifest, factsOf, run }: Reported,
  words: Words,
): Pick<ReportView, 'inside' | 'judges' | 'rules' | 'software'> {
  const licence = [words.reportName, words.reportVersion, words.reportLicence];
  const fonts = new Map(
    manifest.artifacts.flatMap((entry) => (factsOf(entry)?.fonts ?? []).map((font) => [font.family, font] as const)),
  );
  const icon = softwareNamed(icons);
  const inside = [...fonts.values()]
    .sort((a, b) => (a.family < b.family ? -1 : 1))
    .map(({ family, source }) => [
      source === null ? family : `${family} (${source.name})`,
      source?.version ?? words.reportUnknown,
      source?.licence ?? words.reportUnknown,
    ]);
  return {
    inside: table('inside', words.reportInside, licence, [
      ...inside,
      ...(icon === null ? [] : [[`Health Icons (${icon.name})`, icon.version, icon.licence]]),
    ]),
    judges: table(
      'judges',
      words.reportVerify,
      [words.reportName, words.reportVersion, words.reportJudges],
      judges.map(({ name, version, judges: what }) => [name, version, what]),
    ),
    rules: table(
      'rules',
      `${words.reportRules} (${run.rules.length})`,
      [words.reportRule, words.reportStage, words.reportSeverity, words.reportFound],
      run.rules.map(({ id, stage, severity, findings }) => [id, stage, severity, `${findings}`]),
    ),
    software: softwareTable(words, licence),
  };
}

function softwareTable(words: Words, heads: readonly string[]): ReportTable {
  const rows = softwareUsed().map(({ name, version, licence }) => [name, version, licence]);
  return table('software', `${words.reportSoftware} (${rows.length})`, heads, rows);
}

function table(
  id: string,
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): ReportTable {
  return { id: `report-table-${id}`, caption, heads, rows };
}
