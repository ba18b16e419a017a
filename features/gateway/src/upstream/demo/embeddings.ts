import { createHash } from 'node:crypto';
import type { JsonObject } from '../../fields/field.js';
import { DEMO_MODEL, demoTokens } from '../demo-model.js';
import type { UpstreamAnswer } from '../upstream.js';
import { demoJson } from './json-answer.js';

const DIMENSIONS = 16;

/** POST /embeddings of the demo model: numbers made from a hash, which mean nothing but that the same text gives the same. */
export function demoEmbeddings(request: JsonObject): UpstreamAnswer {
  const inputs = (Array.isArray(request.input) ? request.input : [request.input]).map(String);
  const dimensions = Math.min(Number(request.dimensions ?? DIMENSIONS), 4_096);
  const data = inputs.map((input, index) => {
    const vector = vectorOf(input, dimensions);
    const embedding =
      request.encoding_format === 'base64' ? Buffer.from(vector.buffer).toString('base64') : Array.from(vector);
    return { object: 'embedding', index, embedding };
  });
  const prompt_tokens = inputs.reduce((sum, input) => sum + demoTokens(input), 0);
  return demoJson({ object: 'list', data, model: DEMO_MODEL, usage: { prompt_tokens, total_tokens: prompt_tokens } });
}

/** Of length 1. */
function vectorOf(text: string, dimensions: number): Float32Array {
  const digest = createHash('sha256').update(text).digest();
  const raw = Float32Array.from({ length: dimensions }, (_, at) => (digest[at % digest.length] ?? 0) - 127.5);
  const norm = Math.hypot(...raw);
  return raw.map((value) => value / norm);
}
