import { isObject, type JsonObject } from '../fields/field.js';
import type { Walk } from '../fields/walk.js';
import type { Exchange } from '../verdict/exchange.js';
import { areNamesAllowed } from '../verdict/names.js';

/** The models of a list whose names the guard lets through. */
export async function allowedModels(exchange: Exchange, walk: Walk, models: unknown): Promise<JsonObject[]> {
  const all: unknown[] = Array.isArray(models) ? models : [];
  const listed = all.filter(isObject);
  if (await areNamesAllowed(exchange, walk.names)) return listed;
  const allowed: JsonObject[] = [];
  for (const model of listed) if (await areNamesAllowed(exchange, textsIn(model))) allowed.push(model);
  return allowed;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
