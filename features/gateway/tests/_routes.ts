import type { FieldTable } from '../src/fields/describe.js';
import { linesWith, messageStreamWith } from './_events.js';
import { ask } from './_server.js';

type Door = FieldTable['door'];

/** A route of a door, and what passes it. */
export interface Route {
  readonly url: string;
  /** A request that passes. Absent: the route only reads. */
  readonly ask?: object;
  readonly streamed?: object;
  /** Its requests are forms, but for those that name one of these fields. */
  readonly isForm?: (document: object) => boolean;
  /** What ends a stream of it. */
  readonly finish?: object;
  /** A whole stream with one event, where it is not one of data alone. */
  readonly streamWith?: (event: unknown) => string;
  readonly streamType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is said of models is no generation: it has no verdict and no record. */
  readonly isAboutModels?: true;
}

const image = [{ filename: 'a.png', data: 'data:image/png;base64,iVBORw0KGgo=' }];
const file = [{ filename: 'a.wav', data: 'data:audio/wav;base64,UklGRgAAAABXQVZF' }];
const picture = { b64_json: 'iVBORw0KGgo=' };
const stream = { stream: true };
const lines = { streamWith: linesWith, streamType: 'application/x-ndjson' };
const hasFile = (document: object) => !('images' in document) && ('image' in document || 'mask' in document);

const ROUTES: Readonly<Partial<Record<Door, Route>>> = {
  'openai.chat': {
    url: '/v1/chat/completions',
    ask: ask('hello'),
    streamed: stream,
    finish: { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
  },
  'openai.responses': {
    url: '/v1/responses',
    ask: { model: 'm', input: 'hello' },
    streamed: stream,
    finish: { type: 'response.completed', response: { id: 'r', output: [] } },
  },
  'openai.input_items': { url: '/v1/responses/resp_1/input_items' },
  'openai.completions': {
    url: '/v1/completions',
    ask: { model: 'm', prompt: 'hello' },
    streamed: stream,
    finish: { choices: [{ index: 0, text: '', finish_reason: 'stop' }] },
  },
  'openai.embeddings': { url: '/v1/embeddings', ask: { model: 'm', input: 'hello' } },
  'openai.moderations': { url: '/v1/moderations' },
  'openai.models': { url: '/v1/models', isAboutModels: true },
  'openai.images.generations': {
    url: '/v1/images/generations',
    ask: { prompt: 'hello' },
    streamed: stream,
    finish: { type: 'image_generation.completed', ...picture },
  },
  'openai.images.edits': {
    url: '/v1/images/edits',
    ask: { prompt: 'hello', image },
    streamed: stream,
    isForm: hasFile,
    finish: { type: 'image_edit.completed', ...picture },
  },
  'openai.images.variations': { url: '/v1/images/variations', ask: { image }, isForm: () => true },
  'openai.audio.speech': {
    url: '/v1/audio/speech',
    ask: { model: 'm', input: 'hello', voice: 'a' },
    streamed: { stream_format: 'sse' },
    finish: { type: 'speech.audio.done' },
  },
  'openai.audio.transcriptions': {
    url: '/v1/audio/transcriptions',
    ask: { model: 'm', file },
    streamed: stream,
    isForm: () => true,
    finish: { type: 'transcript.text.done', text: 'a' },
  },
  'openai.audio.translations': { url: '/v1/audio/translations', ask: { model: 'm', file }, isForm: () => true },
  'anthropic.messages': {
    url: '/v1/messages',
    ask: ask('hello', { max_tokens: 9 }),
    streamed: stream,
    streamWith: messageStreamWith,
  },
  'anthropic.count-tokens': { url: '/v1/messages/count_tokens', ask: ask('hello') },
  'anthropic.models': { url: '/v1/models', headers: { 'anthropic-version': '2023-06-01' }, isAboutModels: true },
  'ollama.chat': { url: '/api/chat', ask: ask('hello', { stream: false }), streamed: stream, ...lines },
  'ollama.generate': {
    url: '/api/generate',
    ask: { model: 'm', prompt: 'hello', stream: false },
    streamed: stream,
    ...lines,
  },
  'ollama.embed': { url: '/api/embed', ask: { model: 'm', input: 'hello' } },
  'ollama.embeddings': { url: '/api/embeddings', ask: { model: 'm', prompt: 'hello' } },
  'ollama.models': { url: '/api/tags', isAboutModels: true },
  'ollama.model': { url: '/api/show', ask: { model: 'm' }, isAboutModels: true },
};

/** Throws where none is known: a new door needs one. */
export function routeOf(door: Door): Route {
  const route = ROUTES[door];
  if (!route) throw new Error(`no request is known for the door ${door}`);
  return route;
}
