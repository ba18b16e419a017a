import { type Campaign, ConductStep } from '@tyrian/contracts';
import type { Selectable } from 'kysely';
import type { Tables } from '../database/tables.js';

export function stepFromRow(row: Selectable<Tables['conduct_steps']>): ConductStep {
  return ConductStep.parse({
    id: row.id,
    tenant: row.tenant,
    kind: row.kind,
    subject: row.subject,
    subjectKey: row.subject_key,
    before: row.before,
    step: row.step,
    isSilent: row.is_silent,
    verdict: row.verdict,
    case: row.case_id,
    rules: row.rules,
    startedAt: row.started_at,
    until: row.until,
    liftedAt: row.lifted_at,
    revision: row.revision,
  });
}

export interface CampaignRow {
  readonly tenant: string;
  readonly by: Campaign['by'];
  readonly rule: string;
  readonly first_at: number;
  readonly last_at: number;
  readonly accounts: number;
  readonly verdicts: number;
  readonly refused: number;
}

export function campaignFromRow(row: CampaignRow): Campaign {
  return {
    tenant: row.tenant as Campaign['tenant'],
    by: row.by,
    rule: row.rule,
    firstAt: row.first_at,
    lastAt: row.last_at,
    accounts: row.accounts,
    verdicts: row.verdicts,
    refusedShare: row.refused / row.verdicts,
  };
}
