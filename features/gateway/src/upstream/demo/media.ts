import { isObject, type JsonObject } from '../../fields/field.js';
import { readForm } from '../../form/read-form.js';
import { DONE, writeEvent } from '../../sse/write.js';
import { parseJsonText } from '../read-answer.js';
import type { UpstreamAnswer, UpstreamRequest } from '../upstream.js';
import { demoImageEvents, demoImages } from './images.js';
import { demoSound, demoSpeechEvents, demoTranscript, demoTranscriptEvents } from './sounds.js';

type Demo = (request: JsonObject, isStreamed: boolean) => UpstreamAnswer;

const images =
  (kind: 'image_generation' | 'image_edit'): Demo =>
  (request, isStreamed) =>
    isStreamed
      ? stream(demoImageEvents(request, kind).map(([name, body]) => `event: ${name}\n${writeEvent(body)}`))
      : json(demoImages(request));

const transcript: Demo = (request, isStreamed) =>
  isStreamed
    ? stream([...demoTranscriptEvents(request).map((body) => writeEvent(body)), DONE])
    : json(demoTranscript(request));

const speech: Demo = (request, isStreamed) =>
  isStreamed ? stream(demoSpeechEvents(request).map((body) => writeEvent(body))) : answer('audio/wav', [demoSound()]);

/** What the built-in model answers where images and sounds are made or read. */
const ROUTES: Readonly<Record<string, Demo>> = {
  '/images/generations': images('image_generation'),
  '/images/edits': images('image_edit'),
  '/images/variations': images('image_edit'),
  '/audio/speech': speech,
  '/audio/transcriptions': transcript,
  '/audio/translations': transcript,
};

/** Undefined: no such route. */
export async function demoMedia(request: UpstreamRequest): Promise<UpstreamAnswer | undefined> {
  const route = ROUTES[request.path];
  return route?.(await readRequest(request), request.accept === 'text/event-stream');
}

async function readRequest({ body = '', contentType }: UpstreamRequest): Promise<JsonObject> {
  if (!contentType?.startsWith('multipart/form-data')) return parseJsonText(String(body));
  const parts = await readForm(Buffer.from(body as Uint8Array), contentType);
  return Object.fromEntries(parts.filter(({ value }) => !isObject(value)).map(({ name, value }) => [name, value]));
}

function json(body: JsonObject): UpstreamAnswer {
  return answer('application/json', [Buffer.from(JSON.stringify(body))]);
}

function stream(events: readonly string[]): UpstreamAnswer {
  return answer(
    'text/event-stream',
    events.map((event) => Buffer.from(event)),
  );
}

function answer(type: string, pieces: readonly Buffer[]): UpstreamAnswer {
  async function* body(): AsyncGenerator<Uint8Array> {
    yield* pieces;
  }
  return { status: 200, headers: { 'content-type': type }, body: body() };
}
