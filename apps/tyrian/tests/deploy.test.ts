import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { Config } from '../src/config/config.js';
import { METRICS } from '../src/telemetry/metrics/definitions.js';
import { createInstruments } from '../src/telemetry/metrics/instruments.js';

const deploy = fileURLToPath(new URL('../../../deploy', import.meta.url));
const files = readdirSync(deploy, { recursive: true, encoding: 'utf8' });
const read = (file: string) => readFileSync(join(deploy, file), 'utf8');
const named = (end: RegExp) => files.filter((file) => end.test(file)).sort();

/** Not what helm does: lines of control go, values become a word, so that the YAML around them can be read. */
function withoutTemplates(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*\{\{-? (?:if|else|end|toYaml)/.test(line))
    .join('\n')
    .replace(/\{\{.*?\}\}/g, 'x');
}

describe('the files to deploy with', () => {
  it('name no setting that there is none of', () => {
    const variables = files
      .filter((file) => /(?:yaml|Dockerfile|service)$/.test(file))
      .flatMap((file) => read(file).match(/TYRIAN_[A-Z_]+[A-Z]/g) ?? []);
    const documented = readFileSync(join(deploy, '../docs/reference/configuration.md'), 'utf8');
    expect(variables.length).toBeGreaterThan(10);
    for (const variable of new Set(variables)) expect(documented).toContain(`\`${variable}\``);
    const chart = parse(read('helm/tyrian/values.yaml')).config;
    for (const config of [chart, parse(read('docker/tyrian.yaml'))]) expect(() => Config.parse(config)).not.toThrow();
  });

  it('name no metric that there is none of', async () => {
    const { registry } = createInstruments();
    const known = new Set((await registry.getMetricsAsJSON()).map(({ name }) => name));
    const sources = named(/(?:grafana\/.*\.json|alerts\.yaml)$/);
    expect(sources).toHaveLength(5);
    for (const file of sources) {
      const names = read(file).match(/\b(?:tyrian|nodejs|process)_[a-z0-9_]+/g) ?? [];
      expect(names.length, file).toBeGreaterThan(0);
      const bare = names.map((name) => (known.has(name) ? name : name.replace(/_(?:bucket|sum|count)$/, '')));
      expect(
        bare.filter((name) => !known.has(name)),
        file,
      ).toEqual([]);
    }
  });

  it.each(named(/\.json$/))('%s is a dashboard whose panels ask something', (file) => {
    const { uid, panels } = JSON.parse(read(file));
    expect(uid).toMatch(/^tyrian-/);
    for (const { title, targets } of panels) expect([title, targets.length > 0]).toEqual([title, true]);
  });

  it.each(named(/\.yaml$/))('%s is YAML', (file) => {
    const text = file.includes('templates/') ? withoutTemplates(read(file)) : read(file);
    for (const document of parseAllDocuments(text, { merge: true })) {
      expect(document.errors).toEqual([]);
      if (file.includes('templates/')) expect(document.toJS()).toMatchObject({ kind: expect.any(String) });
    }
  });

  it('use values of the chart only', () => {
    const values = parse(read('helm/tyrian/values.yaml'));
    for (const file of named(/templates\/.*\.yaml$/))
      for (const [, path = ''] of read(file).matchAll(/\.Values\.([A-Za-z.]+)/g)) {
        const found = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], values);
        expect(found, `${file}: ${path}`).toBeDefined();
      }
  });

  it('have every metric in the guide, with its labels', () => {
    const guide = readFileSync(join(deploy, '../docs/guide/operations.md'), 'utf8');
    for (const { name, type, labels, help } of Object.values(METRICS))
      expect(guide).toContain(`| \`${name}\` | ${type} | ${labels.join(', ')} | ${help} |`);
  });

  it('run as nobody in particular, on a file system that is read only', () => {
    expect(read('docker/Dockerfile')).toMatch(/\nUSER 10001/);
    for (const file of ['gateway', 'worker']) {
      const text = read(`helm/tyrian/templates/${file}.yaml`);
      expect(text).toContain('runAsNonRoot: true');
      expect(text).toContain('readOnlyRootFilesystem: true');
    }
    const { services } = parse(read('docker/compose.yaml'), { merge: true });
    for (const name of ['gateway-1', 'gateway-2', 'worker'])
      expect(services[name]).toMatchObject({ read_only: true, user: '10001:10001', cap_drop: ['ALL'] });
  });
});
