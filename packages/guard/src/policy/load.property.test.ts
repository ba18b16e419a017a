import { TyrianError } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyYaml, manyLaughs, mutatedYaml } from '../../tests/_yaml.js';
import { shippedPolicy, shippedYaml } from '../../tests/shipped.js';
import { parseGoldens } from '../authoring/goldens.js';
import { lintPolicy } from '../authoring/lint/lint-policy.js';
import { canonicalJson, loadPolicy, restorePolicy } from './load.js';

const HEAD = 'schemaVersion: 1\nid: mine\nversion: 1.0.0\ntitle: Mine\n';
const SHIPPED = ['core', 'children', 'open-chat', 'image-network', 'workplace'];
const yamlOf = (id: string) => shippedYaml(id)?.replace(/^id: .*/m, 'id: mine') ?? '';
const POLICY_CODES = new Set(['POLICY_INVALID', 'POLICY_LOOSENS_LOCKED']);
/** A line, a field, or the rule or setting by its name; nothing where the file is no map at all. */
const PLACE =
  /at line \d+|→ at |rule \S|there is no policy |extends itself|assurance\.adult|the id core|Unrecognized key|expected object/;
const MESSAGE_MAX = 4_000;

/** What a reader made of a text; any error but one of ours goes on. */
function outcomeOf<Result>(read: () => Result): Result | TyrianError {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof TyrianError) return fault;
    throw fault;
  }
}

function expectRead(yaml: string): void {
  const loaded = outcomeOf(() => loadPolicy(yaml, 'mine.yaml', shippedYaml));
  if (loaded instanceof TyrianError) {
    expect(POLICY_CODES).toContain(loaded.code);
    expect(loaded.message).toMatch(PLACE);
    expect(loaded.message.length).toBeLessThan(MESSAGE_MAX);
  } else {
    // The locked rules of the core are in whatever loads, and it comes back as it was stored.
    const locked = shippedPolicy('core').policy.rules.filter((rule) => rule.locked);
    expect(loaded.policy.rules).toEqual(expect.arrayContaining(locked));
    expect(restorePolicy(JSON.stringify(loaded.policy), loaded.hash, shippedYaml)).toEqual(loaded);
  }
}

describe('a policy', () => {
  it('of any YAML loads, or says where it is at fault', () => {
    fc.assert(
      fc.property(anyYaml, fc.constantFrom('', HEAD, `${HEAD}rules:\n`), (text, head) => expectRead(head + text)),
      { numRuns: 150 },
    );
  });

  it.each(SHIPPED)('that was %s before it was changed loads, or says where it is at fault', (id) => {
    fc.assert(fc.property(mutatedYaml(yamlOf(id)), expectRead), { numRuns: 25 });
  });

  it('is read in time that grows with its length', () => {
    const long = [
      // Compared pair by pair, keys took minutes.
      Array.from({ length: 90_000 }, (_, at) => `k${at}: 1`).join('\n'),
      `{${'a, '.repeat(20_000)}}`,
      `rules: [${'a, '.repeat(20_000)}]`,
      `a: &a [${'x,'.repeat(20_000)}]\nb: [${'*a,'.repeat(99)}]`,
      '"'.repeat(20_000),
      '['.repeat(20_000),
      `!${'x'.repeat(20_000)}`,
    ];
    for (const text of [...long, manyLaughs(30)]) {
      const start = performance.now();
      expectRead(text);
      expect(performance.now() - start, text.slice(0, 20)).toBeLessThan(20_000);
    }
  });

  it('has a hash of its content, in whatever order its keys stand', () => {
    const shuffled = (value: unknown, turn: number): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value)) return value.map((one) => shuffled(one, turn));
      const entries = Object.entries(value).map(([key, inner]) => [key, shuffled(inner, turn)] as const);
      return Object.fromEntries([...entries.slice(turn % (entries.length || 1)), ...entries].reverse());
    };
    fc.assert(
      fc.property(
        fc.object({ maxDepth: 4, values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)] }),
        fc.nat({ max: 5 }),
        (value, turn) => {
          expect(canonicalJson(shuffled(value, turn))).toBe(canonicalJson(value));
          expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        },
      ),
    );
    for (const id of SHIPPED) {
      const { policy, hash } = shippedPolicy(id);
      for (const turn of [1, 2, 3])
        expect(restorePolicy(JSON.stringify(shuffled(policy, turn)), hash, shippedYaml).hash).toBe(hash);
    }
  });

  it('that is stored is read back, or said not to be what its hash names', () => {
    const { policy, hash } = shippedPolicy('children');
    const whole = JSON.stringify(policy);
    const damaged = fc.tuple(fc.nat({ max: whole.length }), fc.string({ maxLength: 4 }), fc.nat({ max: 4 }));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), damaged), (change) => {
        const json =
          typeof change === 'string'
            ? change
            : whole.slice(0, change[0]) + change[1] + whole.slice(change[0] + change[2]);
        const restored = outcomeOf(() => restorePolicy(json, hash, shippedYaml));
        if (restored instanceof TyrianError) expect(restored.code).toBe('POLICY_INVALID');
        else expect(restored.policy).toEqual(policy);
      }),
      { numRuns: 200 },
    );
  });
});

describe('whoever writes a policy', () => {
  it('is told what is wrong with it, whatever stands in it', () => {
    const texts = fc.oneof(anyYaml, mutatedYaml(yamlOf('children')));
    fc.assert(
      fc.property(texts, (yaml) => {
        const isLoaded = !(outcomeOf(() => loadPolicy(yaml, 'mine', shippedYaml)) instanceof TyrianError);
        const findings = lintPolicy({ yaml, name: 'mine', source: shippedYaml });
        const broken = findings.filter(({ code }) => ['does-not-load', 'wrong-value', 'unknown-field'].includes(code));
        expect(broken.length === 0).toBe(isLoaded || findings.some(({ code }) => code === 'loosens-locked'));
        for (const { message, line } of broken) {
          expect(message.length).toBeLessThan(MESSAGE_MAX);
          if (/at line/.test(message)) expect(line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has tests of it read, or is told where they are at fault', () => {
    const tests = `schemaVersion: 1\npolicy: mine\ncases:\n  - name: one\n    text: a zorb\n    expect: allow\n  - name: two\n    signals: [{ hazard: S1, score: 0.9 }]\n    expect: { decision: refuse, rule: a }\n`;
    fc.assert(
      fc.property(fc.oneof(anyYaml, mutatedYaml(tests)), (yaml) => {
        const read = outcomeOf(() => parseGoldens(yaml, 'mine.tests.yaml'));
        if (!(read instanceof TyrianError)) expect(read.cases.length).toBeGreaterThan(0);
        else expect([read.code, PLACE.test(read.message)]).toEqual(['POLICY_TESTS_INVALID', true]);
      }),
      { numRuns: 100 },
    );
  });
});
