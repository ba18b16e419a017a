import type { UpstreamAnswer } from '../upstream.js';

/** A whole answer of the demo model. */
export function demoJson(body: object, status = 200): UpstreamAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: once(Buffer.from(JSON.stringify(body))) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** An answer in events. */
export function demoEvents(events: Iterable<string>, type = 'text/event-stream'): UpstreamAnswer {
  return { status: 200, headers: { 'content-type': type }, body: oneByOne(events) };
}

async function* oneByOne(events: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const event of events) yield Buffer.from(event);
}
