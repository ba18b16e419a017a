import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseDocument } from 'yaml';
import { invalid } from '../classifier-error.js';

/** Text of a small file, `undefined` where there is none. Throws `invalid` for one over `maxBytes`. */
export function readIfThere(path: string, maxBytes: number): string | undefined {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return undefined;
  if (size > maxBytes) throw invalid(`${basename(path)} is over ${maxBytes} bytes`);
  return readFileSync(path, 'utf8');
}

export function readNeeded(path: string, maxBytes: number): string {
  const text = readIfThere(path, maxBytes);
  if (text === undefined) throw invalid(`there is no ${basename(path)} in its folder`);
  return text;
}

export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(`${name} is not JSON`, { cause });
  }
}

export function parseYaml(text: string, name: string): unknown {
  const document = parseDocument(text, { prettyErrors: false });
  const [fault] = document.errors;
  if (fault) throw invalid(`${name} is not YAML: ${fault.message}`, { cause: fault });
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    throw invalid(`${name} repeats parts of itself, which is not taken here`, { cause });
  }
}
