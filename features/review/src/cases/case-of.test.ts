import { Case, type Event, newId, TenantId } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { DEFAULT_QUEUES } from '../routing/queues.js';
import { caseOf } from './case-of.js';

const at = 1_800_000_000_000;
const about = { tenant: TenantId.parse('acme'), verdict: newId('verdict', at), rules: ['a.rule'] };
const of = (event: Event) => {
  const opened = caseOf(event, DEFAULT_QUEUES);
  return opened && Case.parse(opened);
};

describe('the case of an event', () => {
  it('knows language, cluster and account of what is held, and asks nothing of events of before', () => {
    const held = {
      ...about,
      type: 'verdict.held',
      evidence: null,
      fingerprint: 'f',
      heldAt: at,
      expiresAt: at + 1,
    } as const;
    expect(of({ ...held, language: 'de', cluster: 'c', subject: 'p', hazards: ['S1'] })).toMatchObject({
      ...{ kind: 'hold', queue: 'urgent', language: 'de', cluster: 'c', subject: 'p', isChildSafety: false },
    });
    expect(of(held)).toMatchObject({ queue: 'general', language: null, cluster: null, subject: null });
    expect(of({ ...held, quiet: true })).toMatchObject({ queue: 'child-safety', isChildSafety: true, quiet: true });
  });

  it('of conduct, of a disputed refusal and of a campaign goes to nobody outside', () => {
    const events: [Event, object][] = [
      [
        {
          ...about,
          type: 'conduct.stepped',
          case: newId('case', at),
          kind: 'account',
          step: 'suspend',
          at,
          until: at + 9,
          isChildSafety: false,
          subject: 'p',
        },
        {
          kind: 'conduct',
          rules: ['conduct.suspend.account', 'a.rule'],
          subject: 'p',
          queue: 'general',
          expiresAt: at + 9,
        },
      ],
      [
        { ...about, type: 'verdict.disputed', evidence: newId('evidence', at), at, isChildSafety: true },
        { kind: 'feedback', rules: ['a.rule'], queue: 'child-safety', priority: 100 },
      ],
      [
        {
          type: 'campaign.grown',
          tenant: about.tenant,
          verdict: about.verdict,
          by: 'range',
          rule: 'a.rule',
          common: 'range a.rule x',
          at,
          isChildSafety: false,
        },
        { kind: 'campaign', rules: ['campaign.range', 'a.rule'], fingerprint: 'range a.rule x', queue: 'urgent' },
      ],
    ];
    for (const [event, expected] of events)
      expect(of(event)).toMatchObject({ ...expected, quiet: true, status: 'open' });
  });

  it('is none of what is nothing to decide', () => {
    expect(of({ type: 'verdict.struck', tenant: about.tenant, verdict: about.verdict, at })).toBeUndefined();
  });
});
