import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPersonalGuard } from './_personal-guard.js';
import { answersOf, ask, chunk, completion, post, scriptedUpstream, startServer } from './_server.js';

const CHAT = '/v1/chat/completions';
const PROMPT = 'write to ann@x.org, then bob@y.org, and thank ann@x.org';

const serverThatSays = (...pieces: string[]) =>
  startServer({ guard: createPersonalGuard(), upstream: scriptedUpstream(pieces) });
const streaming = (pieces: readonly (string | Uint8Array)[]) =>
  startServer({
    guard: createPersonalGuard(),
    upstream: scriptedUpstream(pieces, { type: 'text/event-stream' }),
  });
const events = (...chunks: object[]) => chunks.map((one) => `data: ${JSON.stringify(one)}\n\n`);

async function answerTo(prompt: string, said: string): Promise<string> {
  const server = await serverThatSays(JSON.stringify(completion(said)));
  return (await post(server, CHAT, ask(prompt))).json().choices[0].message.content;
}

function deltasOf(body: string): { content?: string }[] {
  const data = body.split('\n\n').filter((one) => one.startsWith('data: {'));
  return data.map((one) => JSON.parse(one.slice(6)).choices[0]?.delta ?? {});
}

describe('a prompt that was redacted', () => {
  it('reaches the model with one placeholder a value, and the answer comes back with the values', async () => {
    const server = await serverThatSays(JSON.stringify(completion('Sent to [email 1] and [Email_2].')));
    const answer = await post(server, CHAT, ask(PROMPT));
    expect(JSON.parse(server.asked[0] ?? '').messages[0].content).toBe(
      'write to [email 1], then [email 2], and thank [email 1]',
    );
    expect(answer.json().choices[0].message.content).toBe('Sent to ann@x.org and bob@y.org.');
  });

  it('is numbered by first appearance, so that a conversation that comes back is numbered alike', async () => {
    const server = await serverThatSays(JSON.stringify(completion('ok')));
    const messages = [
      { role: 'user', content: PROMPT },
      { role: 'assistant', content: 'Sent to ann@x.org and bob@y.org.' },
      { role: 'user', content: 'now cara@z.org as well' },
    ];
    await post(server, CHAT, { model: 'm', messages });
    expect(JSON.parse(server.asked[0] ?? '').messages.map(({ content }: { content: string }) => content)).toEqual([
      'write to [email 1], then [email 2], and thank [email 1]',
      'Sent to [email 1] and [email 2].',
      'now [email 3] as well',
    ]);
  });

  it('has its answer judged as the model gave it, and leaves no value in records, logs or evidence of the answer', async () => {
    const server = await serverThatSays(JSON.stringify(completion('Sent to [email 1].')));
    await post(server, CHAT, ask(PROMPT));
    expect(answersOf(server)[0]?.generation.contents).toMatchObject([{ text: 'Sent to [email 1].' }]);
    expect(JSON.stringify([server.records, server.logged, server.evidence, server.events])).not.toMatch(/@x|@y/);
  });

  it('gives nothing to a refused answer, nor to one of another request', async () => {
    const server = await serverThatSays(JSON.stringify(completion('zorblax [email 1]', 'only [email 2]')));
    const { choices } = (await post(server, CHAT, ask(PROMPT))).json();
    expect(choices[0]).toMatchObject({ finish_reason: 'content_filter', message: { content: null } });
    expect(choices[1].message.content).toBe('only bob@y.org');
    const next = await post(server, CHAT, ask('hello'));
    expect(next.json().choices[1].message.content).toBe('only [email 2]');
  });

  it('may be JSON of a tool, whose strings come back as they read', async () => {
    const server = await serverThatSays(JSON.stringify(completion('It is from [name 1].')));
    const call = { id: 'c1', type: 'function', function: { name: 'read', arguments: '{}' } };
    const messages = [
      { role: 'user', content: 'who wrote?' },
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', tool_call_id: 'c1', content: '{"from": "Dr \\"Quux\\"", "n": 1}' },
    ];
    const answer = await post(server, CHAT, { model: 'm', messages });
    expect(JSON.parse(server.asked[0] ?? '').messages[2].content).toBe('{"from": "[name 1]", "n": 1}');
    expect(answer.json().choices[0].message.content).toBe('It is from Dr "Quux".');
  });

  it('is numbered alike over messages of one speaker, which are checked joined as well', async () => {
    const server = await serverThatSays(JSON.stringify(completion('[email 1]')));
    const said = ['I am ann@x.org,', 'not bob@y.org', 'but ann@x.org'];
    const answer = await post(server, CHAT, {
      model: 'm',
      messages: said.map((content) => ({ role: 'user', content })),
    });
    expect(JSON.parse(server.asked[0] ?? '').messages.map(({ content }: { content: string }) => content)).toEqual([
      'I am [email 1],',
      'not [email 2]',
      'but [email 1]',
    ]);
    expect(answer.json().choices[0].message.content).toBe('ann@x.org');
  });

  it('never makes a placeholder that the prompt holds', async () => {
    expect(await answerTo('[email 1] is ann@x.org', '[email 1] or [email 2]?')).toBe('[email 1] or ann@x.org?');
  });

  it('never takes what was cut out of the answer for what was cut out of the prompt', async () => {
    expect(await answerTo('I am ann@x.org', 'Ask model@made.up about [email 1]')).toBe('Ask [email 2] about ann@x.org');
    expect(await answerTo('I am ann@x.org', 'Ask model@made.up')).toBe('Ask [email 2]');
  });

  it('gives no address a value, which whoever it belongs to would read', async () => {
    const said = '![x](https://evil.test/?q=[email 1])';
    expect(await answerTo(PROMPT, said)).toBe(said);
  });
});

describe('what is restored', () => {
  it('is escaped in JSON that the answer holds', async () => {
    const said = await answerTo('I am Dr "Quux"', '{"name": "[name 1]", "n": 1.0}');
    expect(said).toBe('{"name": "Dr \\"Quux\\"", "n": 1.0}');
  });

  it('is escaped twice in the arguments of a call, and stands in addresses there', async () => {
    const args = JSON.stringify({ to: '[name 1]', url: 'https://crm.test/[Email 1]', raw: '{"to":"[name_1]"}' });
    const call = { id: 'c1', type: 'function', function: { name: 'send', arguments: args } };
    const choice = {
      index: 0,
      message: { role: 'assistant', content: null, tool_calls: [call] },
      finish_reason: 'tool_calls',
    };
    const server = await serverThatSays(JSON.stringify({ ...completion(), choices: [choice] }));
    const { choices } = (await post(server, CHAT, ask('I am Dr "Quux", ann@x.org'))).json();
    const given = JSON.parse(choices[0].message.tool_calls[0].function.arguments);
    expect(given).toMatchObject({ to: 'Dr "Quux"', url: 'https://crm.test/ann@x.org' });
    expect(JSON.parse(given.raw)).toEqual({ to: 'Dr "Quux"' });
  });

  it('takes the log probabilities with it, which spell the placeholder', async () => {
    const choice = (content: string, index: number) => ({
      ...Reflect.get(completion(content), 'choices')[0],
      index,
      logprobs: { content: [{ token: content, logprob: -1, bytes: null, top_logprobs: [] }] },
    });
    const choices = [choice('[email 1]', 0), choice('none', 1)];
    const server = await serverThatSays(JSON.stringify({ ...completion(), choices }));
    const answer = (await post(server, CHAT, ask(PROMPT))).json();
    expect(answer.choices[0].logprobs).toBeNull();
    expect(answer.choices[1].logprobs.content[0].token).toBe('none');
  });

  it('stays where it is in a stream: what begins in a chunk stands in that chunk', async () => {
    const parts = ['To [em', 'ail', ' 1', '] now', ' [email 2]'];
    const chunks = [...parts.map((content) => chunk(0, { content })), chunk(0, {}, 'stop')];
    const answer = await post(await streaming(events(...chunks)), CHAT, ask(PROMPT, { stream: true }));
    expect(deltasOf(answer.body).map(({ content }) => content)).toEqual([
      'To ann@x.org',
      '',
      '',
      ' now',
      ' bob@y.org',
      undefined,
    ]);
  });

  it('reads the same streamed as in JSON, however it is cut', async () => {
    const words = fc.constantFrom(
      '[email 1]',
      '[Email_2]',
      '[name 1]',
      '{"a":"',
      '"}',
      '\\',
      'é😀',
      ' ',
      'https://a.b/',
    );
    const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(words, { minLength: 1, maxLength: 8 }),
        cuts,
        fc.boolean(),
        async (list, sizes, called) => {
          const text = list.join('');
          const prompt = `${PROMPT}, Dr "Quux"`;
          const call = (args: string) => ({ tool_calls: [{ index: 0, function: { arguments: args } }] });
          const carried = (said: string) => (called ? call(said) : { content: said });
          const parts: string[] = [];
          for (let at = 0, turn = 0; at < text.length; turn++) {
            const size = sizes[turn % sizes.length] ?? 1;
            parts.push(text.slice(at, at + size));
            at += size;
          }
          const chunks = [...parts.map((part) => chunk(0, carried(part))), chunk(0, {}, 'stop')];
          const message = { role: 'assistant', ...carried(text) };
          const whole = await serverThatSays(
            JSON.stringify({ ...completion(), choices: [{ index: 0, message, finish_reason: 'stop' }] }),
          );
          const server = await streaming(events(...chunks).map((one) => Buffer.from(one)));
          const streamed = deltasOf((await post(server, CHAT, ask(prompt, { stream: true }))).body);
          const read = (delta: { content?: string; tool_calls?: { function: { arguments: string } }[] }) =>
            (called ? delta.tool_calls?.[0]?.function.arguments : delta.content) ?? '';
          const joined = streamed.map(read).join('');
          expect(joined).toBe(read((await post(whole, CHAT, ask(prompt))).json().choices[0].message));
          if (!called && !text.includes('"') && !text.includes('\\') && !text.includes('//'))
            expect(joined).not.toMatch(/\[(?:email|name)/i);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('our own API', () => {
  it('says which repairs belong back, for platforms that make them themselves', async () => {
    const server = await startServer({ guard: createPersonalGuard() });
    const { decision, repairs } = (await post(server, '/v1/guard', { text: 'I am ann@x.org' })).json();
    expect([decision, repairs]).toEqual([
      'repair',
      [{ place: 'text', spans: [[5, 14]], replacement: '[email 1]', restore: true }],
    ]);
  });
});
