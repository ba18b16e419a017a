/**
 * Names of tags that templates of chat models and guard models are built of. `begin ...` and `end ...` stand for
 * every section that Llama Guard and its likes open and close (`<BEGIN CONVERSATION>`).
 */
const TAG_NAMES = [
  's',
  'bos',
  'eos',
  'pad',
  'unk',
  'sys',
  'think',
  'no-think',
  'score',
  'guardian',
  'confidence',
  'categories',
  'image',
  'audio',
  '(?:start|end)_of_[a-z_]{1,24}',
  '(?:begin|end)[ _][a-z_ ]{1,40}',
].join('|');

const TAG = new RegExp(`<([ \\t]{0,2}/?[ \\t]{0,2}(?:${TAG_NAMES})[ \\t]{0,2})>`, 'gi');
const BRACKETS =
  /\[([ \t]{0,2}\/?[ \t]{0,2}(?:inst|system_prompt|available_tools|tool_[a-z]{1,12}|think|img)[ \t]{0,2})\]/gi;
/** `<|` and `|>`, and the same with the wide bar of some tokenizers: no special token is left without them. */
const BARS = /<[|\uff5c]|[|\uff5c]>/g;

/**
 * Takes the power of markers out of a text that is put inside a prompt: whatever could close the wrapper, open another
 * turn, or stand for a special token of a tokenizer.
 *
 * Each character of a marker is replaced by one that looks alike (`<|eot_id|>` becomes `‹¦eot_id¦›`, `[/INST]` becomes
 * `⟦/INST⟧`, `Agent:` at the start of a line becomes `Agent∶`), so that the model still reads what was there, and
 * offsets stay as they were. The characters have no decomposition, so no normalisation brings the marker back.
 *
 * It stops a text from leaving its place in the prompt; that a text persuades the model by its words, it cannot stop.
 *
 * @param labels what begins a turn in the wrapper, without its colon: `User`, `Agent`.
 */
export function neutralise(text: string, labels: readonly string[] = []): string {
  const bare = text
    .replace(BARS, (marker) => (marker.startsWith('<') ? '‹¦' : '¦›'))
    .replace(TAG, '‹$1›')
    .replace(BRACKETS, '⟦$1⟧');
  if (labels.length === 0) return bare;
  return bare.replace(new RegExp(`^([ \\t]*(?:${labels.join('|')})[ \\t]*):`, 'gim'), '$1∶');
}
