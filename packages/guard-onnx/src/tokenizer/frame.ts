import { z } from 'zod';
import { invalid, parseAs } from '../classifier-error.js';

/** The tokens that stand before and behind every text. */
export interface Frame {
  readonly before: readonly number[];
  readonly behind: readonly number[];
}

const WHERE = 'tokenizer.json: post_processor';
const TokenAndId = z.tuple([z.string(), z.int().nonnegative()]);
const Pair = z.looseObject({ cls: TokenAndId, sep: TokenAndId });
const Part = z.union([
  z.strictObject({ SpecialToken: z.strictObject({ id: z.string(), type_id: z.literal(0) }) }),
  z.strictObject({ Sequence: z.strictObject({ id: z.literal('A'), type_id: z.literal(0) }) }),
]);
const Template = z.looseObject({
  single: z.array(Part),
  special_tokens: z.record(z.string(), z.looseObject({ ids: z.array(z.int().nonnegative()) })),
});
const Sequence = z.strictObject({ type: z.string(), processors: z.array(z.unknown()).max(20) });

const NOTHING: Frame = { before: [], behind: [] };

const KINDS: Readonly<Record<string, (settings: unknown) => Frame>> = {
  BertProcessing: ofPair,
  RobertaProcessing: ofPair,
  /** Only moves offsets. */
  ByteLevel: () => NOTHING,
  TemplateProcessing: ofTemplate,
  Sequence: (settings) => {
    const frames = parseAs(Sequence, settings, WHERE).processors.map(createFrame);
    const [one = NOTHING, ...more] = frames.filter(({ before, behind }) => before.length + behind.length > 0);
    if (more.length > 0) throw invalid(`${WHERE}: more than one adds tokens, which is not supported`);
    return one;
  },
};

/** Throws `invalid` for a kind that is not known. */
export function createFrame(settings: unknown): Frame {
  if (settings === null || settings === undefined) return NOTHING;
  const { type } = parseAs(z.object({ type: z.string() }), settings, WHERE);
  const create = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (create === undefined) throw invalid(`${WHERE}: ${type} is not supported`);
  return create(settings);
}

function ofPair(settings: unknown): Frame {
  const { cls, sep } = parseAs(Pair, settings, WHERE);
  return { before: [cls[1]], behind: [sep[1]] };
}

function ofTemplate(settings: unknown): Frame {
  const { single, special_tokens } = parseAs(Template, settings, WHERE);
  const at = single.findIndex((part) => 'Sequence' in part);
  if (single.filter((part) => 'Sequence' in part).length !== 1) throw invalid(`${WHERE}: not one text in its template`);
  const idsOf = (parts: typeof single) =>
    parts.flatMap((part) => {
      if (!('SpecialToken' in part)) return [];
      const { id } = part.SpecialToken;
      const ids = Object.hasOwn(special_tokens, id) ? special_tokens[id]?.ids : undefined;
      if (ids === undefined) throw invalid(`${WHERE}: nothing says what ${id} is`);
      return ids;
    });
  return { before: idsOf(single.slice(0, at)), behind: idsOf(single.slice(at + 1)) };
}
