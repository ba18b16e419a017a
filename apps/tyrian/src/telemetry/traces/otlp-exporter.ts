import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Telemetry } from '@tyrian/gateway';
import type { TracesSetting } from '../../config/telemetry.js';
import { VERSION } from '../../version.js';
import { traceRequests } from './trace-requests.js';

export interface Traces {
  readonly telemetry: Telemetry;
  /** Sends what is left, for at most so long. */
  close(): Promise<void>;
}

const CLOSE_MS = 3_000;

/** Spans over OTLP/HTTP, as JSON, to the one address that is configured. */
export function openTraces({ endpoint, ratio }: TracesSetting, headers: Readonly<Record<string, string>> = {}): Traces {
  const exporter = new OTLPTraceExporter({ url: endpoint, headers: { ...headers }, timeoutMillis: 5_000 });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'tyrian', 'service.version': VERSION }),
    sampler: new TraceIdRatioBasedSampler(ratio),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  return {
    telemetry: traceRequests(provider.getTracer('tyrian', VERSION)),
    async close() {
      const late = new Promise<void>((resolve) => void setTimeout(resolve, CLOSE_MS).unref());
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
    },
  };
}
