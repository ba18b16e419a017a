import type { JsonObject } from '../../fields/field.js';
import { demoTokens } from '../demo-model.js';
import { demoPicture } from './picture.js';

/** What the built-in model draws: the same picture for the same prompt, which says that it is a demo. */
export function demoImages(request: JsonObject): JsonObject {
  const count = Math.min(Number(request.n ?? 1), 10);
  const data = Array.from({ length: count }, (_, index) => ({
    b64_json: pictureFor(request, index),
    revised_prompt: revised(request),
  }));
  return { created: now(), data, output_format: 'png', usage: usageOf(request) };
}

/** The same as a stream: as many sketches as asked for, and the picture. */
export function demoImageEvents(request: JsonObject, kind: 'image_generation' | 'image_edit'): [string, JsonObject][] {
  const sketches = Math.min(Number(request.partial_images ?? 0), 3);
  const events = Array.from({ length: sketches }, (_, index): [string, JsonObject] => [
    `${kind}.partial_image`,
    { b64_json: pictureFor(request, sketches - index), partial_image_index: index, ...made() },
  ]);
  const completed = { b64_json: pictureFor(request, 0), ...made(), usage: usageOf(request) };
  return [...events, [`${kind}.completed`, completed]].map(([type, body]): [string, JsonObject] => [
    String(type),
    { type, ...(body as JsonObject) },
  ]);
}

function made(): JsonObject {
  return { created_at: now(), size: '1024x1024', quality: 'low', background: 'opaque', output_format: 'png' };
}

function pictureFor({ prompt }: JsonObject, index: number): string {
  const text = String(prompt ?? '');
  const sum = [...text].reduce((total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 100, index * 7);
  return demoPicture(sum % 100).toString('base64');
}

function revised({ prompt }: JsonObject): string {
  const text = String(prompt ?? '');
  const repeat = text.toLowerCase().indexOf('repeat after me:');
  return repeat === -1
    ? 'The Tyrian demo model draws the word DEMO, whatever it is asked for.'
    : text.slice(repeat + 16);
}

function usageOf(request: JsonObject): JsonObject {
  const input_tokens = demoTokens(String(request.prompt ?? ''));
  return { input_tokens, output_tokens: 1, total_tokens: input_tokens + 1 };
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
