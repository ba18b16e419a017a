import { ID, MODEL } from '../../alphabet.js';
import { madeSound } from '../../kinds/made-sound.js';
import { numbers } from '../../kinds/numbers.js';
import { object } from '../../kinds/object.js';
import { sole } from '../../kinds/sole.js';
import { text } from '../../kinds/text.js';
import { number, token, word } from '../../kinds/token.js';
import { either, variant } from '../../kinds/variant.js';

/** The body of POST /v1/audio/speech. */
export const speechRequest = object(
  {
    model: token(MODEL, 256),
    input: text(),
    instructions: text(),
    voice: either(token(MODEL, 128), object({ id: token(ID, 128) })),
    response_format: word('mp3', 'opus', 'aac', 'flac', 'wav', 'pcm'),
    speed: number({ min: 0.1, max: 10 }),
    stream_format: word('sse', 'audio'),
  },
  { required: ['model', 'input', 'voice'] },
);

/** Its answer: the bytes, and of what kind. */
export const speechAnswer = sole(object({ type: token(MODEL, 64), audio: madeSound() }, { required: ['audio'] }));

/** One event of its stream. */
export const speechEvent = sole(
  variant({
    'speech.audio.delta': object(
      { type: word('speech.audio.delta'), audio: madeSound() },
      { required: ['type', 'audio'] },
    ),
    'speech.audio.done': object({ type: word('speech.audio.done'), usage: numbers() }, { required: ['type'] }),
  }),
);
