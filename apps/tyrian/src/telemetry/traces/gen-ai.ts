/** In OpenTelemetry's words for generative models, by the end of a door's name. */
const OPERATIONS: Readonly<Record<string, string>> = {
  chat: 'chat',
  messages: 'chat',
  responses: 'chat',
  completions: 'text_completion',
  generate: 'text_completion',
  embeddings: 'embeddings',
  embed: 'embeddings',
};

/** What a door has a model do; where OpenTelemetry has no word for it, the door's own. */
export function operationOf(door: string): string {
  const name = door.split('.').at(-1) ?? door;
  return OPERATIONS[name] ?? name;
}

/** Whose API is spoken, which says nothing of who runs the server. */
export function providerOf(door: string): string {
  const [api = door] = door.split('.', 1);
  return api === 'azure' ? 'azure.ai.openai' : api;
}
