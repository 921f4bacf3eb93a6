import type { RuleId } from '../findings.ts';
import type { Library } from '../model.ts';
import type { Check, Edit } from './check.ts';
import { checkLibrary, checks, contextsOf } from './index.ts';

/** An edit, with the rule that asks for it. */
export interface Fix extends Edit {
  readonly rule: RuleId;
  /** 1-based. */
  readonly line: number;
}

/** What the checks can mend of a library's text: only where a rule is heard, so not what a comment silences. */
export function fixesOf(library: Library, options: { today: string; place?: string }): readonly Fix[] {
  const heard = new Set(checkLibrary(library, options).map(({ rule, file, line }) => `${rule} ${file}:${line}`));
  const fixes = contextsOf(library, options).flatMap((context) =>
    checks.flatMap(({ id: rule, fix }: Check) =>
      (fix?.(context) ?? []).map((edit): Fix => {
        const line = edit.section.source.slice(0, edit.start).split('\n').length;
        return { ...edit, rule, line };
      }),
    ),
  );
  return fixes.filter(({ rule, section, line }) => heard.has(`${rule} ${section.file}:${line}`));
}
