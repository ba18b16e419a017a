import { z } from 'zod';
import { invalid, parseAs } from '../../classifier-error.js';
import { bytePair } from './byte-pair.js';
import { unigram } from './unigram.js';
import type { WordModel } from './word-model.js';
import { wordPiece } from './word-piece.js';

const WHERE = 'tokenizer.json: model';
const Shape = z.looseObject({ type: z.string().optional(), vocab: z.unknown(), merges: z.unknown().optional() });

const KINDS: Readonly<Record<string, (settings: unknown, where: string, special: ReadonlySet<string>) => WordModel>> = {
  WordPiece: wordPiece,
  Unigram: unigram,
  BPE: bytePair,
};

/** @param special tokens that no text may become. Throws `invalid` for a kind or a setting that is not known. */
export function createWordModel(settings: unknown, special: ReadonlySet<string>): WordModel {
  const shape = parseAs(Shape, settings, WHERE);
  const type = shape.type ?? typeOf(shape);
  const create = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (create === undefined) throw invalid(`${WHERE}: ${type} is not supported`);
  return create(settings, WHERE, special);
}

/** Old files do not name it, and no two look alike. */
function typeOf({ vocab, merges }: z.infer<typeof Shape>): string {
  if (Array.isArray(vocab)) return 'Unigram';
  return merges === undefined ? 'WordPiece' : 'BPE';
}
