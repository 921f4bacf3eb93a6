import { rules } from '../findings.ts';
import { findNearestName } from '../read/nearest-name.ts';
import type { Check } from './check.ts';
import { ignoreComments, isRule } from './ignores.ts';
import type { IgnoreComment } from './ignores.ts';
import { quote } from './quote.ts';

/** A comment meant to silence a rule that silences nothing: no such rule, or no reason given. */
export const ignoreForm: Check = {
  id: 'ignore-form',
  run({ translation }, report) {
    for (const found of translation.sections.flatMap(ignoreComments)) {
      const unexpected = unexpectedIn(found);
      const near = findNearestName(found.rule, Object.keys(rules)) ?? 'rule-id';
      const message = `Unexpected ${unexpected}, expected \`<!-- guidepress-ignore ${near}: reason -->\`: name one rule and say why`;
      if (unexpected !== null) report('ignore-form', found, message);
    }
  },
};

function unexpectedIn({ rule, reason }: IgnoreComment): string | null {
  if (rule === '') return 'silence for no rule';
  if (!isRule(rule)) return `rule ${quote(rule)}`;
  return reason === '' ? `silence for \`${rule}\` without a reason` : null;
}
