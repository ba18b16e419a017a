import type { Retention } from '@tyrian/contracts';

/** One kind of what is kept. */
export interface Retained {
  readonly kind: string;
  readonly what: string;
  readonly why: string;
  /** Null: for as long as the record is kept. */
  readonly days: number | null;
  /** Whether it is about users, who should be told of it. */
  readonly ofUsers: boolean;
}

const SEALED = 'so that who was refused can appeal, and a person can look at what it was';

/** Everything that is kept, by the operator's retention. `conductDays`: null where there are no ladders. */
export function retainedBy(retention: Retention, conductDays: number | null): readonly Retained[] {
  const { evidence, why } = retention;
  const row = (kind: string, what: string, because: string, days: number | null, ofUsers = true): Retained => ({
    ...{ kind, what, days, ofUsers },
    why: why[kind.split('.')[0] as keyof typeof why] ?? because,
  });
  return [
    row(
      'judgements',
      'what the checks measured of each prompt and answer, without its text, under a pseudonym',
      'to show what was decided by which rule, and to find out where the checks are wrong',
      retention.judgements,
    ),
    row(
      'evidence.refusal',
      'what was refused: its text and who sent it, sealed and encrypted',
      SEALED,
      evidence.refusal,
    ),
    row('evidence.hold', 'what was held: its text and who sent it, sealed and encrypted', SEALED, evidence.hold),
    row(
      'evidence.feedback',
      'text that came with a complaint, sealed and encrypted',
      'to see what the complaint is about',
      evidence.feedback,
    ),
    row('evidence.notice', 'what a notice is about, sealed (nothing is sealed so yet)', SEALED, evidence.notice, false),
    row(
      'evidence.bank-match',
      'what matched known material, sealed (nothing is sealed so yet)',
      'to report it to the authority that the law names',
      evidence['bank-match'],
      false,
    ),
    row(
      'evidence.sample',
      'samples of what was allowed, sealed (none is taken yet)',
      'to check the checks',
      evidence.sample,
      false,
    ),
    row(
      'feedback',
      'that a decision was said to be wrong, without text',
      'to find out where the checks are wrong',
      retention.feedback,
    ),
    row(
      'cases',
      'what people decided about what was held and about conduct, and who looked at what was sealed',
      'to answer for decisions, and for who has seen what',
      retention.cases,
    ),
    row(
      'sessions',
      'when members of your team signed in and out, and tries that were refused',
      'to find out who was signed in, and who tried to be',
      retention.sessions,
      false,
    ),
    ...(conductDays === null
      ? []
      : [
          row(
            'conduct',
            'strikes, and steps that have ended',
            'to tell one refusal from somebody who goes on',
            conductDays,
          ),
        ]),
    row(
      'failures',
      'that a request was rejected or a model server failed, by its code',
      'to find and mend faults',
      retention.failures,
    ),
    row('budgets', 'how much a key has used, by minute and day', 'to hold keys to their limits', 2, false),
    row(
      'deliveries',
      'what webhooks and mail were told: ids only',
      'to tell it again where it did not arrive',
      8,
      false,
    ),
    row(
      'administration',
      'changes of policies, keys, members and settings; erasures, legal holds and requests',
      'to prove that the record was not changed, and who changed what it judges by',
      null,
      false,
    ),
  ];
}
