import type { Check, Finding } from './finding.js';

/** Rules that no golden test names. A locked rule without one is a promise that nobody keeps watch over. */
export const untested: Check = ({ own, policy, goldens }) => {
  if (!goldens)
    return [
      {
        severity: 'warning',
        code: 'no-tests',
        message: 'There are no golden tests beside it',
        todo: `Write tests/${policy.id}.yaml beside it, or name a file with --tests`,
      },
    ];
  const named = new Set(goldens.cases.flatMap(({ expect }) => [...(expect.rule ?? []), ...(expect.notRule ?? [])]));
  return own
    .filter(({ id }) => !named.has(id))
    .map(
      ({ id, locked }): Finding => ({
        severity: locked ? 'error' : 'hint',
        code: locked ? 'locked-untested' : 'untested',
        rule: id,
        message: locked ? 'It is locked, and no golden test names it' : 'No golden test names it',
        todo: 'Add a case that expects this rule, and one that it must not fire on',
      }),
    );
};
