import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { Telemetry, Watch } from '@tyrian/gateway';
import { operationOf, providerOf } from './gen-ai.js';

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * Spans of a request: of its own, of each check, of the call of the model server. They begin at once, since the model server
 * is told their ids, but none ends before the request has: what child safety saw at any point of it is exported nowhere.
 */
export function traceRequests(tracer: Tracer): Telemetry {
  return {
    open({ method, route = 'none', traceparent }): Watch {
      const attributes = { 'http.request.method': method, 'http.route': route };
      const root = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, parentOf(traceparent));
      const within = trace.setSpan(ROOT_CONTEXT, root);
      const open: { readonly span: Span; endedAt: number | undefined }[] = [];
      let call: (typeof open)[number] | undefined;
      let isConcealed = false;
      let door = 'none';
      let model: string | null = null;
      let failure: string | undefined;

      const start = (name: string, kind: SpanKind, more: Record<string, string>, startTime?: number): Span =>
        tracer.startSpan(name, { kind, attributes: more, ...(startTime !== undefined && { startTime }) }, within);

      return {
        readsUsage: root.isRecording(),
        entered(entry) {
          ({ door, model } = entry);
          root.setAttribute('tyrian.door', door);
        },
        judged({ stage, decision, tookMs, verdict, policy }) {
          const now = Date.now();
          const span = start(
            `guard ${stage}`,
            SpanKind.INTERNAL,
            {
              'tyrian.stage': stage,
              'tyrian.decision': decision,
              'tyrian.verdict.id': verdict,
              'tyrian.policy.id': policy.id,
              'tyrian.policy.version': policy.version,
              'tyrian.policy.mode': policy.mode,
            },
            now - tookMs,
          );
          open.push({ span, endedAt: now });
        },
        concealed() {
          isConcealed = true;
        },
        asked() {
          const operation = operationOf(door);
          const span = start(model === null ? operation : `${operation} ${model}`, SpanKind.CLIENT, {
            'gen_ai.operation.name': operation,
            'gen_ai.provider.name': providerOf(door),
            ...(model !== null && { 'gen_ai.request.model': model }),
          });
          call = { span, endedAt: undefined };
          open.push(call);
          const { traceId, spanId, traceFlags } = span.spanContext();
          return { traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}` };
        },
        used({ inputTokens, outputTokens, finish }) {
          if (inputTokens !== undefined) call?.span.setAttribute('gen_ai.usage.input_tokens', inputTokens);
          if (outputTokens !== undefined) call?.span.setAttribute('gen_ai.usage.output_tokens', outputTokens);
          if (finish !== undefined) call?.span.setAttribute('gen_ai.response.finish_reasons', [finish]);
        },
        heard() {
          if (call) call.endedAt ??= Date.now();
        },
        firstLeft() {
          root.addEvent('tyrian.first_left');
        },
        failed(code) {
          failure = code;
        },
        ended({ status, isGone }) {
          if (isConcealed) return;
          root.setAttribute('http.response.status_code', status);
          if (isGone) root.setAttribute('tyrian.client_gone', true);
          const at = Date.now();
          for (const { span, endedAt } of open) {
            if (endedAt === undefined) fail(span, failure ?? 'CLIENT_GONE');
            span.end(endedAt ?? at);
          }
          if (failure !== undefined) root.setAttribute('error.type', failure);
          if (status >= 500) fail(root, failure ?? String(status));
          root.end(at);
        },
      };
    },
  };
}

function fail(span: Span, code: string): void {
  span.setAttribute('error.type', code).setStatus({ code: SpanStatusCode.ERROR });
}

/** Whether a trace is kept is ours to say, or whoever sends a header could have all of theirs kept. */
function parentOf(traceparent: string | undefined): Context {
  const [, traceId, spanId] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: 0, isRemote: true });
}
