import { z } from 'zod';

/** Where the operator's tools find `/metrics`: `HOST:PORT`, an IPv6 address in brackets. */
export const MetricsAddress = z
  .string()
  .regex(/^(?:\[[0-9a-fA-F:]+\]|[A-Za-z0-9.-]+):\d{1,5}$/, 'must be HOST:PORT, as in 127.0.0.1:9464')
  .transform((text) => {
    const colon = text.lastIndexOf(':');
    return { host: text.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(text.slice(colon + 1)) };
  })
  .refine(({ port }) => port <= 65_535, 'the port must be at most 65535');

/** Where spans go; what the collector wants in its headers is in the environment. */
export const TracesSetting = z.strictObject({
  /** The whole address, as in http://127.0.0.1:4318/v1/traces. */
  endpoint: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }),
  /** The share of traces that is kept. */
  ratio: z.number().min(0).max(1).default(1),
});
export type TracesSetting = z.infer<typeof TracesSetting>;

/** `name=value,name=value`, each value percent-encoded, as OpenTelemetry writes them. */
export function headersIn(text: string | undefined): Record<string, string> {
  const pairs = (text ?? '').split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name.trim(), decodeURIComponent(value.join('=').trim())];
    }),
  );
}
