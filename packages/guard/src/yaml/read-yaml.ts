import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, type Pair, parseDocument } from 'yaml';
import { briefly } from './briefly.js';

/** How large a file of YAML may be: every one that a person wrote is far smaller. */
export interface YamlLimits {
  readonly characters: number;
  /** Lists and maps within one another. */
  readonly levels: number;
  /** Values in all, those that an alias repeats too. */
  readonly values: number;
}

export const YAML_LIMITS: YamlLimits = { characters: 1_000_000, levels: 24, values: 200_000 };

/** Why a text is not YAML that is taken here; the message names the line where there is one. */
export class YamlError extends Error {
  override readonly name = 'YamlError';
  readonly line: number | undefined;

  constructor(reason: string, at?: { readonly line: number; readonly col: number }, options?: ErrorOptions) {
    super(`${briefly(reason)}${at ? ` at line ${at.line}, column ${at.col}` : ''}`, options);
    this.line = at?.line;
  }
}

export interface ReadYaml {
  readonly value: unknown;
  readonly document: Document;
  /** The line of an offset in the text, from 1. */
  lineOf(offset: number): number;
}

/**
 * Reads one document of YAML 1.2, in time that grows with its length alone: keys are compared through a set, tags and
 * merges of YAML 1.1 mean nothing, and aliases repeat no more than the limits have room for.
 *
 * @throws YamlError
 */
export function readYaml(text: string, limits: YamlLimits = YAML_LIMITS): ReadYaml {
  if (text.length > limits.characters) throw new YamlError(`it is longer than ${limits.characters} characters`);
  const lines = new LineCounter();
  const fail = (reason: string, offset?: number, cause?: unknown) => {
    const at = offset === undefined ? undefined : lines.linePos(offset);
    return new YamlError(reason, at?.line ? at : { line: 1, col: 1 }, { cause });
  };
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    // Both take quadratic time; `walk` looks for keys that stand twice.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const [fault] = document.errors;
  if (fault?.code === 'RESOURCE_EXHAUSTION') throw fail(tooDeep(limits), fault.pos[0], fault);
  if (fault) throw fail(fault.message, fault.pos[0], fault);
  walk(document, limits, fail);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw fail(cause instanceof Error ? cause.message : 'it cannot be read', 0, cause);
  }
  refuseLarge(value, limits, fail);
  return { value, document, lineOf: (offset) => lines.linePos(offset).line };
}

type Fail = (reason: string, offset?: number) => YamlError;

function tooDeep({ levels }: YamlLimits): string {
  return `it is nested deeper than ${levels} levels`;
}

/** What stands there, as it is written: its depth, and keys that are no words or stand twice. */
function walk({ contents }: Document, limits: YamlLimits, fail: Fail): void {
  let layer: unknown[] = [contents];
  for (let level = 0; layer.length > 0; level++) {
    const inner: unknown[] = [];
    for (const node of layer) {
      if (!isMap(node) && !isSeq(node)) continue;
      if (level >= limits.levels) throw fail(tooDeep(limits), node.range?.[0]);
      const keys = new Set<string>();
      for (const item of node.items) {
        if (isPair(item)) refuseKey(item, keys, node.range?.[0], fail);
        inner.push(isPair(item) ? item.value : item);
      }
    }
    layer = inner;
  }
}

function refuseKey({ key }: Pair, seen: Set<string>, offset: number | undefined, fail: Fail): void {
  if (!isScalar(key)) throw fail('A key must be a word', offset);
  const name = String(key.value ?? '');
  if (seen.has(name)) throw fail('Map keys must be unique', key.range?.[0]);
  seen.add(name);
}

/** What aliases make of it; they may repeat a part, and parts within parts. */
function refuseLarge(value: unknown, limits: YamlLimits, fail: Fail): void {
  let layer: unknown[] = [value];
  let values = 0;
  for (let level = 0; layer.length > 0; level++) {
    const inner: unknown[] = [];
    for (const one of layer) {
      if (typeof one !== 'object' || one === null) continue;
      if (level >= limits.levels) throw fail(tooDeep(limits));
      const parts = Object.values(one);
      values += parts.length;
      if (values > limits.values) throw fail(`it holds more than ${limits.values} values`);
      for (const part of parts) inner.push(part);
    }
    layer = inner;
  }
}
