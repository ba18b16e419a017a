import { anthropicDoors } from './anthropic/api.js';
import type { Door } from './door.js';
import { ollamaDoors } from './ollama/api.js';
import { chatDoor } from './openai/chat.js';

/** The doors of OpenAI's API. */
export const openAiDoors: readonly Door[] = [chatDoor];

/** Every door that takes prompts. */
export const doors: readonly Door[] = [...openAiDoors, ...anthropicDoors, ...ollamaDoors];
