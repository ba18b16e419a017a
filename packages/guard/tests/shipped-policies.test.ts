import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseGoldens } from '../src/authoring/goldens.js';
import { runGoldens } from '../src/authoring/run-goldens.js';
import { hiddenText } from '../src/detectors/hidden-text.js';
import { lexicon } from '../src/detectors/lexicon.js';
import { promptInjection } from '../src/detectors/prompt-injection.js';
import { createPolicyGuard } from '../src/pipeline/create-guard.js';
import { shipped } from './reading.js';
import { shippedPolicy } from './shipped.js';

const detectors = [lexicon(shipped('en')), hiddenText, promptInjection(shipped('injection'))];
const goldensOf = (name: string) =>
  parseGoldens(readFileSync(new URL(`../policies/tests/${name}.yaml`, import.meta.url), 'utf8'), name);
const guardOf = (policy: string) => createPolicyGuard({ policy: shippedPolicy(policy), detectors });

describe.each(['open-chat', 'children', 'image-network', 'workplace'])('the shipped policy %s', (policy) => {
  it('decides as its golden tests say, of which there are at least forty', async () => {
    const goldens = goldensOf(policy);
    expect(goldens.policy).toBe(policy);
    expect(goldens.cases.length).toBeGreaterThanOrEqual(40);
    const results = await runGoldens(goldens, guardOf(policy));
    expect(results.filter(({ differences }) => differences.length > 0)).toEqual([]);
  });

  it('keeps every locked rule of the core', async () => {
    const results = await runGoldens(goldensOf('core'), guardOf(policy));
    const loosened = results.filter(({ differences }) =>
      differences.some(({ field, expected }) => field !== 'decision' || expected !== 'allow'),
    );
    expect(loosened).toEqual([]);
    const fired = new Set(results.flatMap(({ rules }) => rules));
    expect(shippedPolicy('core').policy.rules.filter(({ id }) => !fired.has(id))).toEqual([]);
  });
});
