import type { Door } from './door.js';
import { audioDoors } from './openai/audio/doors.js';
import { chatDoor } from './openai/chat.js';
import { imageDoors } from './openai/images/doors.js';

/** Every door that takes prompts. */
export const doors: readonly Door[] = [chatDoor, ...imageDoors, ...audioDoors];
