import { isObject, type JsonObject } from '../../fields/field.js';
import { writeLine } from '../../ndjson/write.js';
import { DEMO_MODEL, demoText, demoTokens, demoToolCall, lastUserText } from '../demo-model.js';
import { parseJsonText } from '../read-answer.js';
import type { UpstreamAnswer, UpstreamRequest } from '../upstream.js';
import { demoEvents, demoJson } from './json-answer.js';
import { demoVector } from './vector.js';

const DELTA = 24;
const CREATED = '2026-01-01T00:00:00Z';
const DETAILS = {
  format: 'none',
  family: 'tyrian',
  families: ['tyrian'],
  parameter_size: '0',
  quantization_level: 'none',
};
const LISTED = { name: DEMO_MODEL, model: DEMO_MODEL, modified_at: CREATED, size: 0, digest: '0', details: DETAILS };

/** The demo model as a server of Ollama's API. */
export function demoOllama({ path, body }: Pick<UpstreamRequest, 'path' | 'body'>): UpstreamAnswer {
  if (path === '/api/version') return demoJson({ version: '0.0.0' });
  if (path === '/api/tags' || path === '/api/ps') return demoJson({ models: [LISTED] });
  const request = parseJsonText(String(body));
  if (path === '/api/show')
    return demoJson({ modified_at: CREATED, details: DETAILS, capabilities: ['completion', 'tools'] });
  if (path === '/api/embeddings') return demoJson({ embedding: demoVector(String(request.prompt)) });
  if (path === '/api/embed') {
    const embeddings = [request.input].flat().map((text) => demoVector(String(text)));
    return demoJson({ model: DEMO_MODEL, embeddings, prompt_eval_count: demoTokens(String(body)) });
  }
  return path === '/api/generate' ? generate(request, String(body)) : chat(request, String(body));
}

function generate(request: JsonObject, body: string): UpstreamAnswer {
  return answer(request, body, demoText(String(request.prompt), 0), (response) => ({ response }));
}

function chat(request: JsonObject, body: string): UpstreamAnswer {
  const prompt = lastUserText(request);
  const tool = demoToolCall(request, prompt);
  if (tool === undefined) {
    return answer(request, body, demoText(prompt, 0), (content) => ({ message: { role: 'assistant', content } }));
  }
  const tool_calls = [{ function: { name: tool, arguments: {} } }];
  return answer(request, body, '', () => ({ message: { role: 'assistant', content: '', tool_calls } }));
}

function answer(request: JsonObject, body: string, whole: string, say: (text: string) => object): UpstreamAnswer {
  const limit = isObject(request.options) ? request.options.num_predict : undefined;
  const text = typeof limit === 'number' && limit >= 0 ? whole.slice(0, limit * 4) : whole;
  const end = {
    done: true,
    done_reason: text.length < whole.length ? 'length' : 'stop',
    prompt_eval_count: demoTokens(body),
    eval_count: demoTokens(text),
  };
  const line = (said: object, more: object) => ({ model: DEMO_MODEL, created_at: CREATED, ...said, ...more });
  if (request.stream === false) return demoJson(line(say(text), end));
  const parts = text === '' ? [''] : (text.match(new RegExp(`[^]{1,${DELTA}}`, 'g')) ?? []);
  const lines = parts.map((part) => writeLine(line(say(part), { done: false })));
  const silent = 'response' in say('') ? { response: '' } : { message: { role: 'assistant', content: '' } };
  return demoEvents([...lines, writeLine(line(silent, end))], 'application/x-ndjson');
}
