import { describe, expect, it } from 'vitest';
import { resultOf, rpc, scriptedMcp, sentTo, startMcp } from './_mcp.js';
import { createPersonalGuard } from './_personal-guard.js';
import { post } from './_server.js';

const text = (said: string) => ({ content: [{ type: 'text', text: said }] });
const call = (to: string) => rpc('tools/call', { name: 'mail', arguments: { to } });

async function asked(to: string, said: object) {
  const upstream = scriptedMcp(resultOf(said));
  const server = await startMcp(upstream, { guard: createPersonalGuard() });
  const answer = await post(server, '/mcp/tools', call(to));
  const [sent] = upstream.got.map(sentTo);
  return { sent: JSON.stringify(sent?.params), result: answer.json().result };
}

describe('personal data in a call', () => {
  it('does not reach the server, and comes back in its result', async () => {
    const { sent, result } = await asked('ann@x.org', text('Sent to [email 1].'));
    expect(sent).toContain('[email 1]');
    expect(sent).not.toContain('ann@x.org');
    expect(result).toEqual(text('Sent to ann@x.org.'));
  });

  it('comes back in structured content and in its JSON', async () => {
    const { result } = await asked('ann@x.org', {
      content: [{ type: 'text', text: '{"to":"[email 1]"}' }],
      structuredContent: { to: ['[email 1]'] },
    });
    expect(result).toEqual({
      content: [{ type: 'text', text: '{"to":"ann@x.org"}' }],
      structuredContent: { to: ['ann@x.org'] },
    });
  });

  it('stays out where the server brought it: nobody could put it back later', async () => {
    const { result } = await asked('ann@x.org', text('[email 1] knows bob@y.org'));
    expect(result).toEqual(text('ann@x.org knows [email 2]'));
  });

  it('comes back into nothing that is refused', async () => {
    const { result } = await asked('ann@x.org', text('[email 1] says zorblax'));
    expect(result.isError).toBe(true);
    expect(JSON.stringify(result)).not.toContain('zorblax');
  });
});
