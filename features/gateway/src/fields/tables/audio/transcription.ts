import { ID, MODEL, SNAKE } from '../../alphabet.js';
import { list } from '../../kinds/list.js';
import { logprobs } from '../../kinds/logprobs.js';
import { media } from '../../kinds/media.js';
import { object } from '../../kinds/object.js';
import { series, spokenWord } from '../../kinds/series.js';
import { sole } from '../../kinds/sole.js';
import { text } from '../../kinds/text.js';
import { flag, number, token, word } from '../../kinds/token.js';
import { either, variant } from '../../kinds/variant.js';

const recording = object({ filename: text({ max: 255 }), data: media('audio') }, { required: ['data'] });

const common = {
  file: list(recording, { max: 1 }),
  model: token(MODEL, 256),
  prompt: text(),
  temperature: number({ min: 0, max: 1 }),
};

/** The form of POST /v1/audio/translations. */
export const translationRequest = object(
  { ...common, response_format: word('json', 'text', 'srt', 'verbose_json', 'vtt') },
  { required: ['file', 'model'] },
);

/** The form of POST /v1/audio/transcriptions. */
export const transcriptionRequest = object(
  {
    ...common,
    response_format: word('json', 'text', 'srt', 'verbose_json', 'vtt', 'diarized_json'),
    language: token(SNAKE, 16),
    stream: flag(),
    include: list(word('logprobs'), { max: 4 }),
    timestamp_granularities: list(word('word', 'segment'), { max: 2 }),
    chunking_strategy: either(
      word('auto'),
      object({
        type: word('server_vad'),
        prefix_padding_ms: number({ min: 0 }),
        silence_duration_ms: number({ min: 0 }),
        threshold: number({ min: 0, max: 1 }),
      }),
    ),
    known_speaker_names: list(text({ max: 256 }), { max: 4 }),
    known_speaker_references: list(media('audio'), { max: 4 }),
  },
  { required: ['file', 'model'] },
);

const tokens = { input_tokens: number(), output_tokens: number(), total_tokens: number() };
const usage = object({
  type: word('tokens', 'duration'),
  seconds: number(),
  ...tokens,
  input_token_details: object({ audio_tokens: number(), text_tokens: number() }),
});

/** `id` is a number in one format and a name in the other. */
const segment = object({
  id: either(number(), token(ID, 64)),
  type: word('transcript.text.segment'),
  start: number(),
  end: number(),
  text: text(),
  speaker: text({ max: 256 }),
  seek: number(),
  tokens: list(number()),
  temperature: number(),
  avg_logprob: number(),
  compression_ratio: number(),
  no_speech_prob: number(),
});

/** The answer of both routes, in every format: text, srt and vtt are written from it. */
export const transcriptionAnswer = sole(
  object(
    {
      task: word('transcribe', 'translate'),
      language: token(MODEL, 64),
      duration: either(number(), token(MODEL, 32)),
      text: text(),
      segments: series(segment),
      words: series(object({ word: spokenWord(), start: number(), end: number() })),
      logprobs: logprobs(),
      usage,
    },
    { required: ['text'] },
  ),
);

/** One event of a transcript that is streamed. */
export const transcriptEvent = sole(
  variant({
    'transcript.text.delta': object(
      { type: word('transcript.text.delta'), delta: text(), logprobs: logprobs(), segment_id: token(ID, 64) },
      { required: ['type', 'delta'] },
    ),
    'transcript.text.segment': object(
      { ...segmentFields(), type: word('transcript.text.segment') },
      { required: ['type', 'text'] },
    ),
    'transcript.text.done': object(
      { type: word('transcript.text.done'), text: text(), logprobs: logprobs(), usage },
      { required: ['type', 'text'] },
    ),
  }),
);

function segmentFields() {
  return { id: token(ID, 64), start: number(), end: number(), text: text(), speaker: text({ max: 256 }) };
}
