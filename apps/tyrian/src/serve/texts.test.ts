import type { CoverageRow } from '@tyrian/guard';
import { describe, expect, it } from 'vitest';
import { choosePolicy } from '../library/choose-policy.js';
import { createEmbeddedGuard } from '../library/embedded-guard.js';
import { type Greeting, greet } from './greeting.js';
import { notProtected } from './not-protected.js';

const greeting: Greeting = {
  url: 'http://127.0.0.1:8080',
  token: 'tyr_abc',
  firstCode: 'aaaa-bbbb',
  policy: 'open-chat 1.0.0',
  mode: 'enforce',
  upstream: 'the built-in demo model',
  database: 'embedded',
  dataFolder: 'tyrian-data',
  notProtected: ['No guard model.', 'No hash list.'],
};
/** The bodies of the requests that the greeting suggests. */
const bodiesIn = (text: string) => [...text.matchAll(/-d '([^']*)'/g)].map(([, body = '']) => JSON.parse(body));

describe('the greeting', () => {
  it('suggests three chats that can be pasted as they are', () => {
    const text = greet(greeting);
    expect(bodiesIn(text)).toHaveLength(3);
    for (const body of bodiesIn(text)) expect(body.messages[0].content).not.toBe('');
    expect(text.match(/Bearer tyr_abc/g)).toHaveLength(3);
    expect(text.match(/curl .*http:\/\/127\.0\.0\.1:8080\/v1\/chat\/completions/g)).toHaveLength(3);
  });

  it('shows the code for the first member, and no longer once there is one', () => {
    expect(greet(greeting)).toContain('http://127.0.0.1:8080/console, first code aaaa-bbbb ');
    const later = greet({ ...greeting, firstCode: undefined });
    expect(later).toContain('http://127.0.0.1:8080/console\n');
    expect(later).not.toContain('first code');
  });

  it('suggests what it says: one that passes, one that is refused, one that is streamed', async () => {
    const guard = createEmbeddedGuard({ policy: choosePolicy('open-chat') });
    const [passes, refused, streamed] = bodiesIn(greet(greeting));
    const judge = async (text: string) => {
      const content = { modality: 'text', place: 'text', role: 'user', stage: 'input', text } as const;
      const id = 'gen_1' as Parameters<typeof guard.check>[0]['id'];
      return (await guard.check({ id, stage: 'input', audience: 'unknown', contents: [content] })).decision;
    };
    expect(await judge(passes.messages[0].content)).toBe('allow');
    expect(await judge(refused.messages[0].content)).toBe('refuse');
    expect(streamed.stream).toBe(true);
  });

  it('shows the key once, and on later starts how to make another', () => {
    const later = greet({ ...greeting, token: undefined });
    expect(later).not.toContain('tyr_');
    expect(later).toContain('tyrian key create');
    expect(later).toContain('Bearer $TYRIAN_KEY');
  });

  it('says that observing refuses only what is locked', () => {
    expect(greet({ ...greeting, mode: 'observe' })).toContain('locked rules still refuse');
    expect(greet(greeting)).not.toContain('locked');
  });

  it('ends with what it does not protect from', () => {
    expect(greet(greeting)).toMatch(/Not protected:\n {2}- No guard model\.\n {2}- No hash list\.\n$/);
  });
});

describe('what is not protected', () => {
  const row = (fields: Partial<CoverageRow>): CoverageRow => ({
    detector: 'd',
    version: '1',
    modalities: ['text'],
    cost: 'cheap',
    covers: [],
    ...fields,
  });
  const covering = (...languages: (string[] | 'any')[]) =>
    row({ covers: languages.map((one) => ({ kind: 'hazard', name: 'S1', languages: one })) });
  const textOf = (rows: CoverageRow[], config = {}) => notProtected(rows, config).join('\n');

  it('names each language once, as people call it', () => {
    expect(textOf([covering(['en', 'de']), covering(['en'], 'any')])).toContain('Languages: German, English.');
  });

  it('says that images are refused until something can look at them', () => {
    expect(textOf([row({})])).toContain('No image');
    expect(textOf([row({ modalities: ['text', 'image'] })])).not.toContain('No image');
  });

  it('says that the demo model is none, until there is another', () => {
    expect(textOf([row({})])).toContain('demo model');
    expect(textOf([row({})], { upstream: 'http://127.0.0.1/v1' })).not.toContain('demo model');
  });

  it('always says that known material is not recognised, and that meaning is not judged until a guard model does', () => {
    const upstream = { upstream: 'http://127.0.0.1/v1' };
    const text = textOf([row({ modalities: ['text', 'image'] })], upstream);
    expect(text).toContain('No guard model');
    expect(text).toContain('No hash list');
    expect(textOf([row({ cost: 'remote' })], upstream)).not.toContain('No guard model');
  });

  it('is true of what is built in', () => {
    const coverage = createEmbeddedGuard({ policy: choosePolicy('open-chat') }).coverage();
    expect(textOf([...coverage])).toMatch(/Languages: (.+, )?English[,.]/);
  });
});
