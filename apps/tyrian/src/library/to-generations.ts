import { Audience, type Content, errors, type Generation, newId, Role, type Stage } from '@tyrian/contracts';
import { z } from 'zod';

const Message = z.object({ role: Role, content: z.string() });

/** What `check` takes: one text, an answer with the prompt it belongs to, or a conversation. */
export const CheckInput = z
  .strictObject({
    text: z.string().optional(),
    /** What `text` is. Default `prompt`. */
    as: z.enum(['prompt', 'output']).optional(),
    /** The prompt that an `output` answers: rules may need both. */
    prompt: z.string().optional(),
    messages: z.array(Message).min(1).optional(),
    audience: Audience.optional(),
  })
  .refine((input) => (input.text === undefined) !== (input.messages === undefined), 'give either text or messages')
  .refine((input) => input.prompt === undefined || input.as === 'output', 'a prompt belongs to as: output');
export type CheckInput = z.input<typeof CheckInput>;

type Generations =
  | { readonly prompt: Generation; readonly answer?: Generation }
  | { readonly prompt?: never; readonly answer: Generation };

/**
 * What is to be checked, as the guard takes it. A conversation that ends with the assistant is an answer to what stands
 * before it. Throws INVALID_INPUT.
 */
export function toGenerations(raw: CheckInput, defaultAudience: Audience): Generations {
  const parsed = CheckInput.safeParse(raw);
  if (!parsed.success) throw errors.INVALID_INPUT([z.prettifyError(parsed.error)]);
  const { text, as = 'prompt', prompt, messages, audience = defaultAudience } = parsed.data;
  const make = (stage: Stage, contents: Content[]): Generation => ({
    id: newId('generation'),
    stage,
    audience,
    contents,
  });

  if (messages) {
    const last = messages.at(-1);
    const isAnswered = last?.role === 'assistant';
    const asked = (isAnswered ? messages.slice(0, -1) : messages).map(
      ({ role, content }, index): Content => ({
        modality: 'text',
        place: `messages[${index}].content`,
        role,
        stage: 'input',
        text: content,
      }),
    );
    if (!isAnswered) return { prompt: make('input', asked) };
    const place = `messages[${messages.length - 1}].content`;
    const answer = make('output', [
      { modality: 'text', place, role: 'assistant', stage: 'output', text: last.content },
    ]);
    return asked.length > 0 ? { prompt: make('input', asked), answer } : { answer };
  }

  const asked = as === 'prompt' ? text : prompt;
  const input =
    asked === undefined
      ? undefined
      : make('input', [
          { modality: 'text', place: as === 'prompt' ? 'text' : 'prompt', role: 'user', stage: 'input', text: asked },
        ]);
  if (as === 'prompt' && input) return { prompt: input };
  const answer = make('output', [
    { modality: 'text', place: 'text', role: 'assistant', stage: 'output', text: text ?? '' },
  ]);
  return input ? { prompt: input, answer } : { answer };
}
