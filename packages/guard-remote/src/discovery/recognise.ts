const LONGEST_NAME = 300;

/** Families by how their models are called, the special before the general; `null`: nothing that a server can run for us. */
const NAMES: readonly (readonly [RegExp, string | null])[] = [
  [/prompt-guard-2(-|$)/, 'prompt-guard-2'],
  [/prompt-guard(-|$)/, 'prompt-guard-1'],
  [/llama-?guard-?4(-|$)/, 'llama-guard-4'],
  [/llama-?guard-?3-.{0,60}vision/, 'llama-guard-3-vision'],
  [/llama-?guard-?3-(.{0,60}-)?1b(-|$)/, 'llama-guard-3-1b'],
  [/llama-?guard-?3(-|$)/, 'llama-guard-3'],
  [/llama-?guard-?2(-|$)/, 'llama-guard-2'],
  [/llama-?guard(-|$)/, 'llama-guard-1'],
  [/qwen-?3-?guard-?stream/, null],
  [/qwen-?3-?guard/, 'qwen3guard-gen'],
  // Version 2 takes pictures alone.
  [/shieldgemma-2-4b/, null],
  [/shieldgemma/, 'shieldgemma'],
  [/granite-?4.{0,9}-guardian|granite-guardian-4/, 'granite-guardian-4'],
  [/granite-?3\.3-guardian|granite-guardian-3\.3/, 'granite-guardian-3.3'],
  [/granite-?3.{0,9}-guardian|granite-guardian-3/, 'granite-guardian-3'],
  [/gpt-oss-safeguard/, 'gpt-oss-safeguard'],
  [/nemoguard.{0,20}content-safety|nemotron-safety-guard|aegis-ai-content-safety/, 'nemoguard'],
];

/** The family of a model by its name on a server (`llama-guard3:8b`, `meta-llama/Llama-Guard-3-8B`); `undefined`: none. */
export function recogniseFamily(model: string): string | undefined {
  const name = model
    .slice(0, LONGEST_NAME)
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-');
  return NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? undefined;
}
