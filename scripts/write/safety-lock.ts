import type { SafetyLock } from '../model.ts';

const head = [
  '# What was accepted as safe. Guidepress writes this file: `guidepress check --accept`.',
  '# Each difference between it and the guide is an error. Read the difference before you accept it.',
];

/** A lock as YAML: a text a line, so that a difference shows what changed. JSON strings are YAML (YAML 1.2, §1.3). */
export function formatSafetyLock(lock: SafetyLock): string {
  const lines = Array.from(lock, ([language, groups]) => {
    const own = Array.from(groups, ([group, texts]) => [
      `  ${keyOf(group)}:`,
      ...texts.map((text) => `    - ${JSON.stringify(text)}`),
    ]);
    return own.length === 0 ? [`${language}: {}`] : [`${language}:`, ...own.flat()];
  });
  return `${[...head, ...lines.flat()].join('\n')}\n`;
}

function keyOf(group: string): string {
  return /^[a-z][a-z0-9 -]*$/i.test(group) ? group : JSON.stringify(group);
}
