import type { Door } from './door.js';
import { chatDoor } from './openai/chat.js';

/** Every door that takes prompts. */
export const doors: readonly Door[] = [chatDoor];
