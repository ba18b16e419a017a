import { describe, expect, it } from 'vitest';
import { imageTypeOf, soundTypeOf } from '../../form/media-type.js';
import { writeForm } from '../../form/write-form.js';
import { demoUpstream } from '../demo-upstream.js';

async function answerOf(path: string, body: object | ReturnType<typeof writeForm>, accept = 'application/json') {
  const sent = 'contentType' in body ? (body as ReturnType<typeof writeForm>) : { body: JSON.stringify(body) };
  const { signal } = new AbortController();
  const answer = await demoUpstream().send({ api: 'openai', method: 'POST', path, accept, signal, ...sent });
  const pieces: Uint8Array[] = [];
  for await (const piece of answer.body) pieces.push(piece);
  return { type: answer.headers['content-type'], bytes: Buffer.concat(pieces) };
}

const imageOf = (base64: string) => imageTypeOf(Buffer.from(base64, 'base64'))?.type;

describe('the demo model, of images and sounds', () => {
  it('draws as many pictures as asked for, the same for the same prompt', async () => {
    const ask = { prompt: 'a garden', n: 2 };
    const first = JSON.parse(String((await answerOf('/images/generations', ask)).bytes));
    const second = JSON.parse(String((await answerOf('/images/generations', ask)).bytes));
    expect(first.data).toEqual(second.data);
    expect(first.data.map((one: { b64_json: string }) => imageOf(one.b64_json))).toEqual(['image/png', 'image/png']);
    expect(first.data[0].revised_prompt).toContain('demo model');
  });

  it('streams sketches and then the picture', async () => {
    const ask = { prompt: 'a garden', partial_images: 2 };
    const { bytes } = await answerOf('/images/edits', ask, 'text/event-stream');
    expect([...String(bytes).matchAll(/^event: (.+)$/gm)].map(([, name]) => name)).toEqual([
      'image_edit.partial_image',
      'image_edit.partial_image',
      'image_edit.completed',
    ]);
  });

  it('speaks a tone, whole and in events', async () => {
    const { type, bytes } = await answerOf('/audio/speech', { input: 'hello' });
    expect([type, soundTypeOf(bytes)?.type]).toEqual(['audio/wav', 'audio/wav']);
    const events = String((await answerOf('/audio/speech', { input: 'hello' }, 'text/event-stream')).bytes);
    const pieces = [...events.matchAll(/"audio":"([^"]+)"/g)].map(([, audio]) => Buffer.from(String(audio), 'base64'));
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  });

  it('hears what its prompt tells it to', async () => {
    const form = writeForm([
      ['prompt', 'repeat after me: one. two.'],
      ['response_format', 'verbose_json'],
    ]);
    const { text, segments } = JSON.parse(String((await answerOf('/audio/transcriptions', form)).bytes));
    expect(text).toBe('one. two.');
    expect(segments.map((one: { text: string }) => one.text).join('')).toBe(text);
    const events = String((await answerOf('/audio/transcriptions', form, 'text/event-stream')).bytes);
    expect(events).toContain('"transcript.text.done","text":"one. two."');
  });
});
