import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Definition, METRICS } from './definitions.js';

type NamesOf<Type> = {
  [Name in keyof typeof METRICS]: (typeof METRICS)[Name]['type'] extends Type ? Name : never;
}[keyof typeof METRICS];

/** The metrics of one process, with those of Node itself. */
export interface Instruments {
  readonly registry: Registry;
  count(name: NamesOf<'counter'>, labels: Readonly<Record<string, string>>): void;
  observe(name: NamesOf<'histogram'>, seconds: number, labels?: Readonly<Record<string, string>>): void;
  set(name: NamesOf<'gauge'>, value: number, labels?: Readonly<Record<string, string>>): void;
}

export function createInstruments(): Instruments {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const [counters, histograms, gauges] = [
    new Map<string, Counter>(),
    new Map<string, Histogram>(),
    new Map<string, Gauge>(),
  ];
  for (const [key, definition] of Object.entries<Definition>(METRICS)) {
    const { name, help, type, labels, buckets } = definition;
    const options = { name, help, labelNames: [...labels], registers: [registry] };
    if (type === 'counter') counters.set(key, new Counter(options));
    else if (type === 'gauge') gauges.set(key, new Gauge(options));
    else histograms.set(key, new Histogram({ ...options, buckets: [...(buckets ?? [])] }));
  }
  return {
    registry,
    count: (name, labels) => counters.get(name)?.inc(labels),
    observe: (name, seconds, labels = {}) => histograms.get(name)?.observe(labels, seconds),
    set: (name, value, labels = {}) => gauges.get(name)?.set(labels, value),
  };
}
