/** One answer that a client got whole. */
export interface Answered {
  readonly status: number;
  /** The first is the prompt's. */
  readonly verdicts: readonly string[];
  readonly isStreamed: boolean;
}

export interface Target {
  readonly url: string;
  readonly key: string;
}

export interface Load {
  readonly connections: number;
  /** Asked in turn. */
  readonly prompts: readonly string[];
  /** Looked at after each answer; true ends the load. */
  isOver(answered: readonly Answered[]): boolean;
}

/**
 * A closed loop of chats, every third of them streamed: each connection asks again once it has its answer, until the load
 * is over or the server is gone. Gives the answers that came whole, and how many broke off.
 */
export async function chatUnderLoad(
  { url, key }: Target,
  load: Load,
): Promise<{ answered: Answered[]; broken: number }> {
  const answered: Answered[] = [];
  let [sent, broken] = [0, 0];
  async function connection(): Promise<void> {
    while (!load.isOver(answered)) {
      const content = load.prompts[sent % load.prompts.length];
      const isStreamed = sent++ % 3 === 0;
      const got = await askOnce({ model: 'test-model', stream: isStreamed, messages: [{ role: 'user', content }] });
      if (!got) {
        broken++;
        return;
      }
      answered.push(got);
    }
  }
  async function askOnce(body: { model: string; stream: boolean; messages: object[] }): Promise<Answered | undefined> {
    try {
      const response = await fetch(`${url}/v1/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const text = await response.text();
      // A stream that ends without its last line was not whole, however politely it ended.
      if (body.stream && response.status === 200 && !text.includes('data: [DONE]')) return undefined;
      const verdicts = (response.headers.get('x-tyrian-verdict') ?? '').split(', ').filter(Boolean);
      return { status: response.status, verdicts, isStreamed: body.stream };
    } catch {
      return undefined;
    }
  }
  await Promise.all(Array.from({ length: load.connections }, connection));
  return { answered, broken };
}
