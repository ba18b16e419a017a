import type { Door } from '../door.js';
import { azureDialect } from './dialect.js';

/** A door of OpenAI's API as Azure's clients know it. */
export function azureOf(door: Door): Door {
  if (door.azure) return door.azure;
  return door.dialect.name === 'openai' ? { ...door, dialect: azureDialect } : door;
}
