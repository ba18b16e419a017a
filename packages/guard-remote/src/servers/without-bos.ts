const BEGINNINGS = ['<|begin_of_text|>', '<bos>', '<s>'];

/**
 * A prompt without the token that begins a text: servers that take text put it there themselves, and a model that reads
 * it twice answers worse.
 */
export function withoutBos(prompt: string): string {
  const beginning = BEGINNINGS.find((token) => prompt.startsWith(token));
  return beginning === undefined ? prompt : prompt.slice(beginning.length);
}
