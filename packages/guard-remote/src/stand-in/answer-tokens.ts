/** A token as the servers give it. */
export interface AnswerToken {
  readonly token: string;
  readonly logprob: number;
  readonly top_logprobs: readonly { readonly token: string; readonly logprob: number }[];
}

const SURE = 0.93;
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['unsafe', 'safe'],
  ['Unsafe', 'Safe'],
  ['Yes', 'No'],
  ['yes', 'no'],
];
const OTHERS = ['\n', 'The', ' ', 'I', 'It', ',', '.', 'S', 'None', '{'];

function oppositeOf(word: string): string | undefined {
  const pair = OPPOSITES.find((both) => both.includes(word));
  return pair?.[pair[0] === word ? 1 : 0];
}

/** Cuts an answer into tokens and says how sure it is of each: 0.93 where it decides, nearly 1 elsewhere. */
export function answerTokens(text: string, most: number): readonly AnswerToken[] {
  const tokens = text.match(/\s*[\p{L}\p{N}]+|\s*[^\s\p{L}\p{N}]|\s+$/gu) ?? [];
  return tokens.map((token) => {
    const word = token.trim();
    const opposite = oppositeOf(word);
    const own = { token, logprob: Math.log(opposite === undefined ? 0.999 : SURE) };
    const second =
      opposite === undefined ? [] : [{ token: token.replace(word, opposite), logprob: Math.log((1 - SURE) * 0.9) }];
    const rest = OTHERS.filter((other) => other !== token).map((other, at) => ({ token: other, logprob: -12 - at }));
    return { ...own, top_logprobs: [own, ...second, ...rest].slice(0, most) };
  });
}
