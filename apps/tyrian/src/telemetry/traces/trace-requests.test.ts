import { AlwaysOnSampler, InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Sight, Watch } from '@tyrian/gateway';
import { beforeEach, describe, expect, it } from 'vitest';
import { traceRequests } from './trace-requests.js';

const exporter = new InMemorySpanExporter();
const provider = new TracerProvider({
  sampler: new AlwaysOnSampler(),
  spanProcessors: [new SimpleSpanProcessor({ exporter })],
});
const telemetry = traceRequests(provider.getTracer('test'));
const TRACE = 'a'.repeat(32);

const open = (traceparent?: string): Watch => {
  const watch = telemetry.open({ requestId: 'req_1', method: 'POST', route: '/v1/chat/completions', traceparent });
  watch.entered({ door: 'openai.chat', model: 'm' });
  return watch;
};
const sight = (stage: 'input' | 'output', decision: Sight['decision']): Sight => ({
  stage,
  decision,
  tookMs: 5,
  verdict: `vrd_${stage}` as Sight['verdict'],
  policy: { id: 'open-chat', version: '1.0.0', mode: 'enforce' },
});
const ending = { status: 200, tookMs: 10, isGone: false };
const spans = () => exporter.getFinishedSpans();

describe('the spans of a request', () => {
  beforeEach(() => exporter.reset());

  it('are its own, one a check, and the call of the model, within the trace of the client', () => {
    const watch = open(`00-${TRACE}-${'b'.repeat(16)}-00`);
    watch.judged(sight('input', 'allow'));
    const headers = watch.asked();
    watch.used({ inputTokens: 3, outputTokens: 4, finish: 'stop' });
    watch.heard();
    watch.judged(sight('output', 'repair'));
    expect(spans()).toEqual([]);
    watch.ended(ending);
    const byName = new Map(spans().map((span) => [span.name, span]));
    expect([...byName.keys()].sort()).toEqual(['POST /v1/chat/completions', 'chat m', 'guard input', 'guard output']);
    const call = byName.get('chat m');
    expect(call?.attributes).toEqual({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'm',
      'gen_ai.usage.input_tokens': 3,
      'gen_ai.usage.output_tokens': 4,
      'gen_ai.response.finish_reasons': ['stop'],
    });
    expect(byName.get('guard output')?.attributes).toMatchObject({
      'tyrian.decision': 'repair',
      'tyrian.policy.id': 'open-chat',
      'tyrian.verdict.id': 'vrd_output',
    });
    expect(headers?.traceparent).toBe(`00-${TRACE}-${call?.spanContext().spanId}-01`);
    for (const span of spans()) expect(span.spanContext().traceId).toBe(TRACE);
  });

  it('are none, not even of what passed before, once child safety has seen something', () => {
    const watch = open();
    watch.judged(sight('input', 'allow'));
    watch.asked();
    watch.heard();
    watch.concealed('output', 'refuse');
    watch.ended(ending);
    expect(spans()).toEqual([]);
  });

  it('say by a code what failed', () => {
    const watch = open('not a trace');
    watch.asked();
    watch.failed('UPSTREAM_TIMEOUT');
    watch.ended({ ...ending, status: 504 });
    const failed = spans().map(({ attributes }) => attributes['error.type']);
    expect(failed).toEqual(['UPSTREAM_TIMEOUT', 'UPSTREAM_TIMEOUT']);
  });
});
