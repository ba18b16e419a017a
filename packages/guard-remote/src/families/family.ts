import type { GuardAnswer, GuardModel, GuardQuestion } from '@tyrian/contracts';

/** What a family wants sent; each transport knows which of these its server takes. */
export type ModelCall = ChatCall | CompletionCall | ClassifyCall;

interface Generates {
  readonly maxTokens: number;
  /** How many alternatives of each token to ask for, with their probabilities; 0: none. */
  readonly topLogprobs: number;
}

/** The server's own chat template makes the prompt. */
export interface ChatCall extends Generates {
  readonly kind: 'chat';
  readonly messages: readonly {
    readonly role: 'system' | 'user' | 'assistant';
    readonly text: string;
    /** A data URL. */
    readonly image?: string;
  }[];
  /** Handed to the chat template (`chat_template_kwargs`), where the server can. */
  readonly templateArguments?: Readonly<Record<string, unknown>>;
  readonly reasoningEffort?: 'low' | 'medium' | 'high';
}

/** The whole prompt, special tokens and all. */
export interface CompletionCall extends Generates {
  readonly kind: 'completion';
  readonly prompt: string;
  readonly stop?: readonly string[];
}

/** A classifier behind HTTP, or a moderation service: it takes the text as it is. */
export interface ClassifyCall {
  readonly kind: 'classify';
  readonly text: string;
  readonly image?: string;
}

/** What came back, whatever the server. */
export type ModelReply =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Of the tokens of the answer, in order, where the server gave them. */
      readonly tokens?: readonly TokenChoice[];
      readonly usage?: { readonly promptTokens: number; readonly completionTokens: number };
    }
  | { readonly kind: 'scores'; readonly scores: Readonly<Record<string, number>> };

/** A token and what could have stood in its place, most likely first (the token itself among them). */
export interface TokenChoice {
  readonly token: string;
  readonly alternatives: readonly { readonly token: string; readonly logprob: number }[];
}

/** What a family makes of a reply; `undefined` where it is no judgement that it knows. */
export type ReadAnswer = Omit<GuardAnswer, 'cost'>;

/**
 * A kind of guard model: what its prompt looks like and what its answers mean. Pure; one file each.
 */
export interface GuardFamily extends Pick<GuardModel, 'stages' | 'modalities' | 'covers'> {
  /** `llama-guard-3`, as an operator names it. */
  readonly id: string;
  /** Raised whenever the prompt or the parser changes. */
  readonly version: string;
  /** One sentence for `tyrian guard add --help`. */
  readonly describe: string;
  /** Where its makers publish the prompt, the categories or the interface. */
  readonly source: string;
  /** Under what the weights may be used, as published; of a hosted service, that there are none. */
  readonly licence: string;
  /** Characters that fit into one call; longer texts are judged in windows that overlap. */
  readonly windowCharacters: number;
  /** The calls that one question takes; most families take one, ShieldGemma one a policy. */
  ask(question: GuardQuestion): readonly ModelCall[];
  /** Reads the replies to all calls of one question, in order. */
  read(replies: readonly ModelReply[], question: GuardQuestion): ReadAnswer | undefined;
}
