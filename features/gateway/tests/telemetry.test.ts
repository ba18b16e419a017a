import { describe, expect, it } from 'vitest';
import type { Telemetry, Watch } from '../src/telemetry/telemetry.js';
import { ask, completion, post, scriptedUpstream, startServer } from './_server.js';

type Told = [what: string, ...more: unknown[]];

/** Writes down whatever it is told. */
function notes(trace?: Record<string, string>): { told: Told[]; telemetry: Telemetry } {
  const told: Told[] = [];
  const note =
    (what: string) =>
    (...more: unknown[]): void =>
      void told.push([what, ...more]);
  const watch: Watch = {
    readsUsage: true,
    entered: note('entered'),
    judged: note('judged'),
    concealed: note('concealed'),
    asked: () => {
      told.push(['asked']);
      return trace;
    },
    used: note('used'),
    heard: note('heard'),
    firstLeft: note('firstLeft'),
    failed: note('failed'),
    ended: note('ended'),
  };
  return {
    told,
    telemetry: {
      open(arrival) {
        told.push(['arrived', arrival]);
        return watch;
      },
    },
  };
}

const names = (told: readonly Told[]) => told.map(([what]) => what);
const CHAT = '/v1/chat/completions';

describe('the port of telemetry', () => {
  it('is told of a request in order, and sends the trace on to the model server', async () => {
    const { told, telemetry } = notes({ traceparent: '00-trace' });
    const sent: unknown[] = [];
    const inner = scriptedUpstream([JSON.stringify(completion('Hello.'))]);
    const upstream = {
      ...inner,
      send: (request: Parameters<typeof inner.send>[0]) => {
        sent.push(request.headers);
        return inner.send(request);
      },
    };
    const server = await startServer({ upstream, ports: { telemetry } });
    const answer = await post(server, CHAT, ask('quimbly hello'), { traceparent: '00-from-client' });
    expect(answer.statusCode).toBe(200);
    await expect.poll(() => told.at(-1)?.[0]).toBe('ended');
    expect(names(told)).toEqual(['arrived', 'entered', 'judged', 'asked', 'used', 'heard', 'judged', 'ended']);
    expect(told[0]?.[1]).toMatchObject({ method: 'POST', route: CHAT, traceparent: '00-from-client' });
    expect(told[1]?.[1]).toEqual({ door: 'openai.chat', model: 'm' });
    expect(told[2]?.[1]).toMatchObject({ stage: 'input', decision: 'allow' });
    expect(told[4]?.[1]).toEqual({ inputTokens: 1, outputTokens: 1, finish: 'stop' });
    expect(told.at(-1)?.[1]).toMatchObject({ status: 200, isGone: false });
    expect(sent).toEqual([{ traceparent: '00-trace' }]);
    expect(JSON.stringify(told)).not.toContain('quimbly');
  });

  it('is told when the first of a stream has left, and what it used', async () => {
    const { told, telemetry } = notes();
    const server = await startServer({ ports: { telemetry } });
    await post(server, CHAT, ask('Tell me about otters.', { stream: true, stream_options: { include_usage: true } }));
    await expect.poll(() => told.at(-1)?.[0]).toBe('ended');
    expect(names(told).filter((name) => name === 'firstLeft')).toHaveLength(1);
    expect(names(told)).toContain('heard');
    expect(
      told.some(([what, usage]) => what === 'used' && Number((usage as { outputTokens?: number }).outputTokens) > 0),
    ).toBe(true);
  });

  it('leaves out a model name that could be a text', async () => {
    const { told, telemetry } = notes();
    const server = await startServer({ ports: { telemetry } });
    await post(server, CHAT, { ...ask('hello'), model: 'zorblax is said here' });
    await expect.poll(() => told.at(-1)?.[0]).toBe('ended');
    expect(JSON.stringify(told)).not.toContain('zorblax');
  });

  it('is told by a code why something failed, and of what no door takes', async () => {
    const { told, telemetry } = notes();
    const server = await startServer({ ports: { telemetry } });
    await post(server, CHAT, { model: 'm', messages: 'zorblax' });
    await post(server, '/v1/zorblax', {});
    await post(server, CHAT, ask('hello'), { authorization: 'Bearer tyr_zorblax' });
    await expect.poll(() => names(told).filter((name) => name === 'ended')).toHaveLength(3);
    const codes = told.filter(([what]) => what === 'failed').map(([, code]) => code);
    expect(codes).toEqual(['FIELD_INVALID', 'ROUTE_UNKNOWN', 'UNAUTHENTICATED']);
    expect(JSON.stringify(told)).not.toContain('zorblax');
  });

  it.each(['hushrix', 'silentrix', 'hushhold'])('is told nothing of what is about child safety (%s)', async (word) => {
    const { told, telemetry } = notes();
    const server = await startServer({ ports: { telemetry } });
    await post(server, CHAT, ask(`a ${word} b`));
    await expect.poll(() => told.at(-1)?.[0]).toBe('ended');
    expect(names(told)).toEqual(['arrived', 'entered', 'concealed', 'ended']);
    expect(JSON.stringify(told)).not.toMatch(/vrd_|S4|stand-in/);
  });
});
