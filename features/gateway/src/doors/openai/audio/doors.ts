import type { Field } from '../../../fields/field.js';
import { speechRequest } from '../../../fields/tables/audio/speech.js';
import { transcriptionRequest, translationRequest } from '../../../fields/tables/audio/transcription.js';
import { openAiDialect } from '../../dialects/openai.js';
import type { Door } from '../../door.js';
import { forwardRecording, readRecording } from './request.js';
import { speechShape, speechStream } from './speech.js';
import { transcriptShape } from './transcript.js';
import { transcriptStream } from './transcript-stream.js';

const MIB = 1024 * 1024;

const speechDoor: Door = {
  name: 'openai.audio.speech',
  summary: 'Speech from a text that is checked',
  routes: ['/v1/audio/speech'],
  dialect: openAiDialect,
  api: 'openai',
  request: speechRequest,
  asked: ({ model, stream_format }) => ({ model, isStreamed: stream_format === 'sse' }),
  forward: (document) => ({ path: '/audio/speech', body: JSON.stringify(document) }),
  answer: speechShape,
  stream: speechStream(openAiDialect),
};

function recordingDoor(kind: 'transcriptions' | 'translations', summary: string, request: Field): Door {
  return {
    name: `openai.audio.${kind}`,
    summary,
    routes: [`/v1/audio/${kind}`],
    dialect: openAiDialect,
    api: 'openai',
    request,
    // As much as OpenAI takes, and what a form adds to it.
    bodyLimit: 26 * MIB,
    readBody: readRecording,
    asked: ({ model, stream }) => ({ model, isStreamed: stream === true }),
    forward: (document) => forwardRecording(`/audio/${kind}`, document),
    answer: transcriptShape,
    ...(kind === 'transcriptions' && { stream: transcriptStream(openAiDialect) }),
  };
}

/** The doors where texts are spoken and recordings are written down. */
export const audioDoors: readonly Door[] = [
  speechDoor,
  recordingDoor('transcriptions', 'The text of a recording, checked', transcriptionRequest),
  recordingDoor('translations', 'The text of a recording in English, checked', translationRequest),
];
