import { createInterface } from 'node:readline/promises';
import { errors } from '@tyrian/contracts';

export interface Question<Answer> {
  readonly text: string;
  readonly fallback: string;
  /** The answer, or a sentence that says what is wrong with what was typed. */
  readonly read: (typed: string) => { readonly answer: Answer } | { readonly wrong: string };
}

/** Asks one question after the other. */
export interface Interview {
  ask<Answer>(question: Question<Answer>): Promise<Answer>;
  close(): void;
}

/** Asks at a terminal, again until the answer can be used. */
export function terminalInterview(): Interview {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return {
    async ask({ text, fallback, read }) {
      for (;;) {
        const typed = (await terminal.question(`${text} [${fallback}] `)).trim();
        const result = read(typed === '' ? fallback : typed);
        if ('answer' in result) return result.answer;
        process.stderr.write(`  ${result.wrong}\n`);
      }
    },
    close: () => terminal.close(),
  };
}

/** Takes the fallback of every question. */
export function silentInterview(): Interview {
  return {
    async ask({ fallback, read }) {
      const result = read(fallback);
      if ('answer' in result) return result.answer;
      throw errors.INVALID_INPUT([result.wrong]);
    },
    close: () => undefined,
  };
}

/** A question whose answer is one of a few words. */
export function choice<Answer extends string>(
  text: string,
  options: readonly Answer[],
  fallback: Answer,
): Question<Answer> {
  return {
    text: `${text} (${options.join(', ')})`,
    fallback,
    read: (typed) => {
      const found = options.find((option) => option === typed.toLowerCase());
      return found ? { answer: found } : { wrong: `Say one of: ${options.join(', ')}.` };
    },
  };
}
