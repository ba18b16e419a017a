import type { JsonObject } from '../../fields/field.js';
import { demoText, demoTokens } from '../demo-model.js';

const RATE = 8_000;
const SECONDS = 0.25;

/** What the built-in model says aloud: a short tone, as WAV, whatever format is asked for. */
export function demoSound(): Buffer {
  const samples = Math.floor(RATE * SECONDS);
  const sound = Buffer.alloc(44 + samples * 2);
  sound.write('RIFF', 0, 'latin1');
  sound.writeUInt32LE(36 + samples * 2, 4);
  sound.write('WAVEfmt ', 8, 'latin1');
  // PCM, one channel, 16 bits.
  sound.writeUInt32LE(16, 16);
  sound.writeUInt16LE(1, 20);
  sound.writeUInt16LE(1, 22);
  sound.writeUInt32LE(RATE, 24);
  sound.writeUInt32LE(RATE * 2, 28);
  sound.writeUInt16LE(2, 32);
  sound.writeUInt16LE(16, 34);
  sound.write('data', 36, 'latin1');
  sound.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index++) {
    sound.writeInt16LE(Math.round(8_000 * Math.sin((2 * Math.PI * 440 * index) / RATE)), 44 + index * 2);
  }
  return sound;
}

/** It is said in two pieces where it is streamed. */
export function demoSpeechEvents({ input }: JsonObject): JsonObject[] {
  const sound = demoSound();
  const half = Math.floor(sound.length / 2);
  const tokens = demoTokens(String(input ?? ''));
  return [
    { type: 'speech.audio.delta', audio: sound.subarray(0, half).toString('base64') },
    { type: 'speech.audio.delta', audio: sound.subarray(half).toString('base64') },
    {
      type: 'speech.audio.done',
      usage: { input_tokens: tokens, output_tokens: 1, total_tokens: tokens + 1 },
    },
  ];
}

/** What it hears: nothing. It says so, or what the prompt tells it to repeat. */
export function demoTranscript(request: JsonObject): JsonObject {
  const text = demoText(String(request.prompt ?? ''), 0);
  const usage = { type: 'duration', seconds: 1 };
  if (request.response_format !== 'verbose_json' && request.response_format !== 'diarized_json') return { text, usage };
  const sentences = text.match(/[^.]+\.?\s*/g) ?? [text];
  const segments = sentences.map((sentence, id) => ({ id, start: id, end: id + 1, text: sentence }));
  return { task: 'transcribe', language: 'english', duration: sentences.length, text, segments, usage };
}

/** The same as a stream. */
export function demoTranscriptEvents(request: JsonObject): JsonObject[] {
  const text = demoText(String(request.prompt ?? ''), 0);
  const deltas = (text.match(/.{1,24}/gs) ?? []).map((delta) => ({ type: 'transcript.text.delta', delta }));
  return [...deltas, { type: 'transcript.text.done', text }];
}
