import type { View } from '@tyrian/contracts';
import { base64 } from './base64.js';
import { confusables } from './confusables.js';
import { binary, hex } from './digit-bytes.js';
import { Emission } from './emission.js';
import { escapes } from './escapes.js';
import { changedStretches, otherStretches } from './excerpt.js';
import { folded } from './folded.js';
import { leet } from './leet.js';
import { composeMapped, type MappedText } from './mapped-text.js';
import { reversed } from './reversed.js';
import { rot13 } from './rot13.js';
import { split } from './split.js';
import { hasLongSeparation, squeezed } from './squeezed.js';
import { stretched } from './stretched.js';
import { mayDiffer, stretchesToRead, WHOLE_MAX } from './stretches.js';
import { type Survey, survey } from './survey.js';
import { tags } from './tags.js';
import type { Variant, ViewMaker } from './view-maker.js';

/** Characters in other shapes: always read first, and again after everything that decodes. */
const SHAPES: readonly ViewMaker[] = [folded, confusables, squeezed];
/** Whole stretches that are to be decoded. Each may hide the next one. */
const ENCODINGS: readonly ViewMaker[] = [escapes, base64, hex, binary, reversed, rot13];
const CIPHERS: readonly ViewMaker[] = [reversed, rot13];
/** Words written another way. They are shown together, since one word can have all of it. */
const SPELLINGS: readonly ViewMaker[] = [split, leet, stretched];
/** Which reading of each of them stands with which of the others; there are more, but these find what people write. */
const SPELLING_VARIANTS: readonly (readonly Variant[])[] = [
  ['first', 'first', 'first'],
  ['second', 'second', 'second'],
  ['second', 'second', 'first'],
  ['first', 'first', 'second'],
];
/** So many encodings are undone one within the other. */
const LEVELS = 2;

export interface Reading {
  /** `raw` first, then those that differ from what they read; their names say what was undone, in order. */
  readonly views: View[];
  /** A view did not fit and is missing; such a text is to be refused. */
  readonly overBudget: boolean;
}

/**
 * Reads a text in every way that is known.
 *
 * @example
 * const { views } = readViews('zor\u200bbl4x');
 * views.map((view) => `${view.name}: ${view.text}`); // ['raw: zor\u200bbl4x', 'folded: zorbl4x', 'folded+leet: zorblax']
 */
export function readViews(text: string): Reading {
  const emission = new Emission(text);
  if (text.length <= WHOLE_MAX) readPart(text, emission);
  else {
    for (const { start, end } of stretchesToRead(text)) {
      emission.offset = start;
      readPart(text.slice(start, end), emission);
    }
  }
  return { views: emission.views, overBudget: emission.overBudget };
}

function readPart(text: string, emission: Emission): void {
  const look = survey(text);
  if (mayDiffer(look) || hasLongSeparation(text)) readFrom({ path: '', text, look }, emission);
}

/** A whole text on the way through the makers; without `mapped` it is the original. */
interface Layer {
  readonly path: string;
  readonly text: string;
  readonly look: Survey;
  readonly mapped?: MappedText;
}

function readFrom(root: Layer, emission: Emission): void {
  readTags(root, emission);
  let layer = root;
  for (let level = 0; level <= LEVELS; level++) {
    layer = SHAPES.reduce((source, maker) => show(source, maker, emission), layer);
    if (level === LEVELS) break;
    const before = layer;
    for (const maker of ENCODINGS) {
      if (maker === reversed) showWordsReversed(layer, emission);
      layer = show(layer, maker, emission);
    }
    if (layer === before) break;
    readTags(layer, emission);
  }
  showSpellings(layer, emission);
}

/** The next layer, with a view of what differs in it; the same one where nothing does. */
function show(source: Layer, maker: ViewMaker, emission: Emission): Layer {
  const made = maker.make(source.text, source.look, 'first', emission.left);
  if (made === 'over') {
    emission.overBudget = true;
    return source;
  }
  if (made === undefined) return source;
  const next = on(source, maker.name, made);
  emission.add(next.path, mappedOf(next), changedStretches(source.text, made));
  return next;
}

function showWordsReversed(source: Layer, emission: Emission): void {
  const made = reversed.make(source.text, source.look, 'second', emission.left);
  if (made === undefined || made === 'over') return;
  const next = on(source, 'reversed', made);
  emission.add(next.path, mappedOf(next), changedStretches(source.text, made));
}

function showSpellings(source: Layer, emission: Emission): void {
  const seen = new Set<string>([source.text]);
  const spelled = new Map<string, Spelled>();
  let first: MappedText | undefined;
  for (const variants of SPELLING_VARIANTS) {
    const { layer, made } = spell(source, variants, spelled);
    if (made === undefined || seen.has(layer.text)) continue;
    seen.add(layer.text);
    const stretches = first === undefined ? changedStretches(source.text, made) : otherStretches(first, made);
    emission.add(layer.path, mappedOf(layer), stretches);
    // Words that hold signs do not show that they stand from behind.
    if (first === undefined) CIPHERS.reduce((last, maker) => show(last, maker, emission), layer);
    first ??= made;
  }
}

/** The text spelled, and as made from the text that was spelled. */
interface Spelled {
  readonly layer: Layer;
  readonly made?: MappedText;
}

/** Spells with the first variant, then the next; variants that begin alike share what they have in common. */
function spell(source: Layer, variants: readonly Variant[], known: Map<string, Spelled>): Spelled {
  const key = variants.join();
  let spelled = known.get(key);
  if (spelled === undefined) {
    const variant = variants.at(-1);
    spelled =
      variant === undefined
        ? { layer: source }
        : spellOn(spell(source, variants.slice(0, -1), known), variants.length - 1, variant);
    known.set(key, spelled);
  }
  return spelled;
}

function spellOn(before: Spelled, at: number, variant: Variant): Spelled {
  const { layer, made } = before;
  const maker = SPELLINGS[at];
  const next = maker?.make(layer.text, layer.look, variant, Number.POSITIVE_INFINITY);
  if (maker === undefined || next === undefined || next === 'over') return before;
  return { layer: on(layer, maker.name, next), made: made === undefined ? next : composeMapped(made, next) };
}

/** What the tag block spells stands apart from the text around it, and may be disguised again. */
function readTags(source: Layer, emission: Emission): void {
  const made = tags.make(source.text, source.look, 'first', emission.left);
  if (made === undefined) return;
  if (made === 'over') {
    emission.overBudget = true;
    return;
  }
  const layer = on(source, tags.name, made);
  emission.add(layer.path, mappedOf(layer), [0, made.text.length]);
  readFrom(layer, emission);
}

function on(source: Layer, name: string, made: MappedText): Layer {
  return {
    path: source.path === '' ? name : `${source.path}+${name}`,
    text: made.text,
    look: survey(made.text),
    mapped: source.mapped === undefined ? made : composeMapped(source.mapped, made),
  };
}

function mappedOf({ mapped, text }: Layer): MappedText {
  if (mapped === undefined) throw new RangeError(`the original (${text.length} units) is no view of itself`);
  return mapped;
}
