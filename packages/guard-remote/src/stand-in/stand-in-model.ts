import type { Hazard } from '@tyrian/contracts';

export interface AskedMessage {
  readonly role: string;
  readonly text: string;
}

/** What a request asks, whichever interface it came by. */
export type Asked =
  | {
      readonly kind: 'chat';
      readonly messages: readonly AskedMessage[];
      readonly templateArguments: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'completion'; readonly prompt: string }
  | { readonly kind: 'classify'; readonly text: string };

/** What it says: a text, or scores by name. */
export type Said = string | Readonly<Record<string, number>>;

/** How a family is asked and how it answers, as far as its card tells. Judges by stand-in words alone. */
export interface StandInModel {
  /** What it would be called on a server. */
  readonly name: string;
  /** What a request lacks to be one for this family; `undefined` where nothing. */
  lacks(asked: Asked): string | undefined;
  /** The text that it judges. */
  judged(asked: Asked): string;
  /** In the family's own form. */
  answer(hazards: readonly Hazard[], asked: Asked): Said;
  /** An answer of the right form that names what the family does not know. */
  readonly unknownCategory: Said;
}

const HAS_BRACKET = /[<[]/;

/**
 * Tells what keeps a prompt from holding some texts in this order; those with a bracket, which a text must not be able to
 * bring in, exactly once.
 */
export function lacksInOrder(prompt: string, needed: readonly string[]): string | undefined {
  let from = 0;
  for (const text of needed) {
    const at = prompt.indexOf(text, from);
    if (at === -1) return `the prompt lacks "${text.trim()}"`;
    if (HAS_BRACKET.test(text) && prompt.split(text).length > 2) return `the prompt holds "${text.trim()}" twice`;
    from = at + text.length;
  }
  return undefined;
}

/** Tells where the messages of a chat do not alternate, the user first, as templates of guard models want them. */
export function lacksTurns({ messages }: Extract<Asked, { kind: 'chat' }>): string | undefined {
  const isInOrder = messages.every(({ role }, at) => role === (at % 2 === 0 ? 'user' : 'assistant'));
  return isInOrder ? undefined : 'roles must alternate user/assistant/user/assistant';
}

/** What stands behind the last occurrence of a text; all of it where it does not occur. */
export function afterLast(text: string, mark: string): string {
  const at = text.lastIndexOf(mark);
  return at === -1 ? text : text.slice(at + mark.length);
}
