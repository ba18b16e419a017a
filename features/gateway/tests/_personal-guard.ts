import { createPolicyGuard, defineDetector, loadPolicy } from '@tyrian/guard';
import type { TestGuard } from './_guard.js';

const PATTERNS = { email: /\b[\w.]{1,30}@[\w.]{1,30}\b/g, name: /Dr "?Quux"?/g } as const;
const REFUSED = 'zorblax';

/** Sees addresses and one name, and a word that is refused. */
const standIn = defineDetector({
  id: 'stand-in',
  version: '1',
  accepts: { modalities: ['text'], stages: ['input', 'output'] },
  cost: 'cheap',
  reach: 80,
  covers: [],
  run(content) {
    const text = content.modality === 'text' ? content.text : '';
    const seen = { kind: 'hazard', score: 0.99, via: ['raw'] } as const;
    const found = Object.entries(PATTERNS).flatMap(([rule, pattern]) =>
      [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
        ...seen,
        name: 'personal-data' as const,
        rule,
        spans: [[index, index + match.length] as [number, number]],
      })),
    );
    const at = text.indexOf(REFUSED);
    const spans = [[at, at + REFUSED.length] as [number, number]];
    return { signals: at === -1 ? found : [...found, { ...seen, name: 'S2' as const, spans }] };
  },
});

const POLICY = `
schemaVersion: 1
id: personal
version: 1.0.0
title: Takes personal data out of prompts
rules:
  - { id: redact, when: { hazard: personal-data }, then: repair, replacement: "[{rule} {n}]", restore: true }
  - { id: refuse, when: { hazard: S2 }, then: refuse }
`;
const CORE =
  'schemaVersion: 1\nid: core\nversion: 1.0.0\ntitle: Core\nrules: [{ id: core, when: { hazard: S4 }, then: refuse }]';

/** The real guard with a policy that restores. */
export function createPersonalGuard(): TestGuard {
  const policy = loadPolicy(POLICY, 'personal.yaml', (id) => (id === 'core' ? CORE : undefined));
  const guard = createPolicyGuard({ policy, detectors: [standIn] });
  const checked: TestGuard['checked'] = [];
  return {
    ...guard,
    checked,
    check(generation, options = {}) {
      checked.push({ generation: structuredClone(generation), options });
      return guard.check(generation, options);
    },
  };
}
