import type { Activation, ActivePolicy } from '@tyrian/contracts';
import type { ReplayReport, Share } from '@tyrian/guard';
import type { PolicyStatus } from '../live/policy-status.js';
import type { Proposal } from '../live/proposal.js';
import { table } from '../terminal/print.js';

const EXAMPLES = 20;

function time(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}

export function namedPolicy({ id, version, mode, canaryPercent, hash }: ActivePolicy): string {
  const share = mode === 'canary' ? ` ${canaryPercent} %` : '';
  return `${id} ${version}, mode ${mode}${share}, hash ${hash.slice(0, 12)}`;
}

export function describeStatuses(statuses: readonly PolicyStatus[]): string {
  const rows = statuses.map(({ tenant, policy, isConfigured, since, by }) => [
    tenant ?? '(all)',
    namedPolicy(policy),
    isConfigured ? 'from the configuration' : `by ${by}`,
    since === null ? 'not yet in force' : `since ${time(since)}`,
  ]);
  return table([['tenant', 'policy', 'from', 'since'], ...rows]);
}

function describeActivation({ revision, tenant, at, by, note, change }: Activation): string[] {
  return [String(revision), time(at), tenant ?? '(all)', by, describeChange(change), note ?? ''];
}

function describeChange(change: Activation['change']): string {
  switch (change.kind) {
    case 'policy':
      return change.policy ? `${change.step} ${namedPolicy(change.policy)}` : 'rolled back to the configuration';
    case 'lexicon':
      return change.hash === null ? `took out lexicon ${change.name}` : `put in lexicon ${change.name}`;
    case 'allow':
      return `${change.on ? 'allowed' : 'no longer allowed'} "${change.phrase}"`;
    case 'guard':
      return change.guard ? `added guard model ${change.name}` : `took out guard model ${change.name}`;
    case 'switch':
      return `switched ${change.on ? 'on' : 'off'} ${change.part} ${change.name}`;
  }
}

export function describeHistory(history: readonly Activation[]): string {
  return table([['revision', 'when', 'tenant', 'by', 'what', 'why'], ...history.map(describeActivation)]);
}

const percent = (part: number) => `${(part * 100).toFixed(2)} %`;

function describeShare({ count, of, share, low, high }: Share): string {
  if (of === 0) return 'none';
  return `${count} of ${of}, ${percent(share)} (95 %: ${percent(low)} to ${percent(high)})`;
}

export function describeReport(report: ReplayReport): string {
  const { policy, records, changes, byRule, byHazard, inexact, unreadable } = report;
  const lines = [
    `Replayed ${records} checks by ${policy.id} ${policy.version}, mode ${policy.mode}, hash ${policy.hash.slice(0, 12)}`,
    '',
    `would change  ${describeShare(report.changed)}`,
    `generations   ${describeShare(report.generations)}`,
    `accounts      ${describeShare(report.accounts)}${report.accountsCapped ? ', and more than could be counted' : ''}`,
  ];
  const section = (title: string, rows: readonly (readonly string[])[]) => {
    if (rows.length > 0) lines.push('', title, table(rows.map((row) => [' ', ...row])));
  };
  section(
    'By decision',
    changes.map(({ from, to, share }) => [`${from} -> ${to}`, describeShare(share)]),
  );
  section(
    'By rule',
    byRule
      .slice(0, EXAMPLES)
      .map(({ name, count, examples }) => [name, String(count), examples.slice(0, 3).join(', ')]),
  );
  section(
    'By hazard',
    byHazard.slice(0, EXAMPLES).map(({ name, count }) => [name, String(count)]),
  );
  section(
    'Verdicts (all with --json)',
    report.verdicts.slice(0, EXAMPLES).map((id) => [id]),
  );
  lines.push('', describeLimits(inexact, unreadable));
  return lines.join('\n');
}

function describeLimits({ truncated, promptMissing }: ReplayReport['inexact'], unreadable: number): string {
  const limits = [
    ...(truncated > 0 ? [`${truncated} records were shortened for size`] : []),
    ...(promptMissing > 0 ? [`${promptMissing} answers are without the record of their prompt`] : []),
    ...(unreadable > 0 ? [`${unreadable} records were erased or cannot be read, and are left out`] : []),
  ];
  if (limits.length === 0) return 'Every record was replayed exactly. What nobody recorded is not in here.';
  return `Not exact: ${limits.join('; ')}.`;
}

export function describeProposal({ tenant, policy, since, report, command }: Proposal): string {
  const whose = tenant === null ? '' : ` of tenant ${tenant}`;
  return [
    `${policy.id} ${policy.version}${whose} only watches (mode ${policy.mode})${since === null ? '' : ` since ${time(since)}`}.`,
    'This is what it would have done had it enforced:',
    '',
    describeReport(report),
    '',
    `To take the next step: ${command}`,
  ].join('\n');
}
