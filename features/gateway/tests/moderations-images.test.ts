import { createPolicyGuard, type Detector, defineDetector, loadPolicy } from '@tyrian/guard';
import { describe, expect, it } from 'vitest';
import { PNG } from './_forms.js';
import { post, startServer } from './_server.js';

const POLICY = `
schemaVersion: 1
id: rated
version: 1.0.0
title: Refuses violence
rules: [{ id: violence, when: { maturity: { axis: violence, atLeast: 3 } }, then: refuse }]
`;
const CORE =
  'schemaVersion: 1\nid: core\nversion: 1.0.0\ntitle: Core\nrules: [{ id: core, when: { hazard: S4 }, then: refuse }]';

/** Sees violence in pictures whose last byte is odd. */
const eye = defineDetector({
  id: 'eye',
  version: '1',
  accepts: { modalities: ['image'], stages: ['input', 'output'] },
  cost: 'local',
  reach: 'unbounded',
  covers: [{ kind: 'maturity', name: 'violence', languages: 'any' }],
  run(content) {
    const source = content.modality === 'text' ? '' : content.source;
    const isViolent = (Buffer.from(source.slice(source.indexOf(',') + 1), 'base64').at(-1) ?? 0) % 2 === 1;
    const seen = { kind: 'maturity', name: 'violence', degree: 3, score: 0.9, spans: [], via: ['raw'] } as const;
    return { signals: isViolent ? [{ ...seen, spans: [] }] : [] };
  },
});

const reader = defineDetector({
  id: 'reader',
  version: '1',
  accepts: { modalities: ['text'], stages: ['input'] },
  cost: 'cheap',
  reach: 1,
  covers: [],
  run: () => ({ signals: [] }),
});

function serverWith(...detectors: Detector[]) {
  const policy = loadPolicy(POLICY, 'rated.yaml', (id) => (id === 'core' ? CORE : undefined));
  return startServer({ guard: { ...createPolicyGuard({ policy, detectors }), checked: [] } });
}

const image = (last: number) => {
  const url = `data:image/png;base64,${Buffer.concat([PNG, Buffer.from([last])]).toString('base64')}`;
  return { type: 'image_url', image_url: { url } };
};
const text = { type: 'text', text: 'a garden' };

describe('POST /v1/moderations with images', () => {
  it('scores what a detector of images sees, one result for all parts', async () => {
    const server = await serverWith(reader, eye);
    const seen = (await post(server, '/v1/moderations', { input: [text, image(0), image(1)] })).json();
    expect(seen.results).toHaveLength(1);
    expect(seen.results[0]).toMatchObject({
      flagged: true,
      categories: { 'violence/graphic': true, hate: false },
      category_scores: { 'violence/graphic': 0.9, hate: 0 },
      category_applied_input_types: { 'violence/graphic': ['text', 'image'], hate: ['text'] },
    });
    const fine = (await post(server, '/v1/moderations', { input: [image(0)] })).json();
    expect(fine.results[0]).toMatchObject({ flagged: false, category_applied_input_types: { violence: ['image'] } });
  });

  it('says so where nothing can look at them', async () => {
    const answer = await post(await serverWith(reader), '/v1/moderations', { input: [text, image(0)] });
    expect([answer.statusCode, answer.json().error]).toMatchObject([
      400,
      { code: 'field_invalid', param: 'input[1].image_url.url' },
    ]);
  });
});
