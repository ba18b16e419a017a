import { createInterface } from 'node:readline';
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

/** Asks on standard error, again until the answer can be used. Lines that were typed ahead answer what comes next. */
export function terminalInterview(input: NodeJS.ReadableStream = process.stdin): Interview {
  const terminal = createInterface({ input });
  const lines = terminal[Symbol.asyncIterator]();
  return {
    async ask({ text, fallback, read }) {
      for (;;) {
        process.stderr.write(`${text} [${fallback}] `);
        const { value, done } = await lines.next();
        if (done)
          throw errors.INVALID_INPUT(['Not every question was answered; give flags, or --yes for the defaults']);
        const typed = value.trim();
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
