import { z } from 'zod';
import { Audience } from './audience.js';
import { GenerationId } from './ids.js';

export const Stage = z.enum(['input', 'output']);
export type Stage = z.infer<typeof Stage>;

export const Role = z.enum(['system', 'user', 'assistant', 'tool', 'document', 'definition']);
/** Who speaks: `document` is retrieved or attached text, `definition` the declaration of a tool or a format. */
export type Role = z.infer<typeof Role>;

const Located = {
  /** Where it stands in the request or answer, e.g. `messages[2].content[0].text`. */
  place: z.string(),
  role: Role,
  stage: Stage,
};

export const TextContent = z.object({ modality: z.literal('text'), ...Located, text: z.string() });
export type TextContent = z.infer<typeof TextContent>;

/** Content that is not text. `source` is as it came (data URL or URL): nothing here has fetched it. */
export const MediaContent = z.object({
  modality: z.enum(['image', 'audio', 'file']),
  ...Located,
  source: z.string(),
});
export type MediaContent = z.infer<typeof MediaContent>;

export const Content = z.discriminatedUnion('modality', [TextContent, MediaContent]);
export type Content = z.infer<typeof Content>;
export type Modality = Content['modality'];

/** One request to a model and what it made, as far as it is known at this stage. */
export const Generation = z.object({
  id: GenerationId,
  stage: Stage,
  audience: Audience,
  contents: z.array(Content),
  /** What came before and has been judged, as the prompt of an answer has: read as context only. */
  earlier: z.array(Content).optional(),
  /** Whose account it is, as the platform names it; decides the canary bucket and becomes a pseudonym in the record. */
  account: z.string().optional(),
});
export type Generation = z.infer<typeof Generation>;

/**
 * A reading of a text. `map[i]` is the UTF-16 offset in the original where unit `i` of `text` comes from, with one
 * entry more for the end; absent when the view is the original, unit for unit.
 */
export interface View {
  readonly name: string;
  readonly text: string;
  readonly map?: Uint32Array;
  /** `ends[i]` is the offset in the original just behind what made unit `i`; there whenever `map` is. */
  readonly ends?: Uint32Array;
}
