import { createHash } from 'node:crypto';
import type { Activation, ActivationChange, NewRecord, RecordType } from '@tyrian/contracts';

/**
 * What the record says of a change. The note is for people and stays in the history; so does an allowed phrase, of which
 * the record has a hash, since a record holds no text.
 */
export function activationRecord({ revision, tenant, by, change }: Activation): Pick<NewRecord, 'type' | 'payload'> {
  const { type, about } = described(change);
  return { type, payload: { revision, scope: tenant === null ? 'all' : 'tenant', by, ...about } };
}

function described(change: ActivationChange): { type: RecordType; about: object } {
  switch (change.kind) {
    case 'policy':
      return { type: `policy.${change.step}`, about: change.policy ?? { hash: null } };
    case 'lexicon':
      return {
        type: change.hash === null ? 'lexicon.removed' : 'lexicon.activated',
        about: { name: change.name, hash: change.hash },
      };
    case 'allow':
      return {
        type: change.on ? 'allow.added' : 'allow.removed',
        about: { phrase: createHash('sha256').update(change.phrase.toLowerCase()).digest('hex') },
      };
    case 'guard':
      return {
        type: change.guard === null ? 'guard.removed' : 'guard.added',
        about: { name: change.name, ...(change.guard && { family: change.guard.family, model: change.guard.model }) },
      };
    case 'switch':
      return { type: 'switch.changed', about: { part: change.part, name: change.name, on: change.on } };
  }
}
