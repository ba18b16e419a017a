import { anthropicDoors } from './anthropic/api.js';
import type { Door } from './door.js';
import { ollamaDoors } from './ollama/api.js';
import { audioDoors } from './openai/audio/doors.js';
import { chatDoor } from './openai/chat.js';
import { completionsDoor } from './openai/completions.js';
import { embeddingsDoor } from './openai/embeddings.js';
import { imageDoors } from './openai/images/doors.js';
import { responsesDoor } from './openai/responses.js';

/** The doors of OpenAI's API. */
export const openAiDoors: readonly Door[] = [
  chatDoor,
  responsesDoor,
  completionsDoor,
  embeddingsDoor,
  ...imageDoors,
  ...audioDoors,
];

/** Every door that takes prompts. */
export const doors: readonly Door[] = [...openAiDoors, ...anthropicDoors, ...ollamaDoors];
