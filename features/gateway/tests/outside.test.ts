import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { AUTH, startServer } from './_server.js';

describe('what is no door', () => {
  it.each([
    ['/zorblax', 404, 'NOT_FOUND'],
    ['/zorblax/%ZZ', 400, 'INVALID_INPUT'],
  ])('%s gets a problem with a request id, and not its own address', async (url, status, code) => {
    const answer = await (await startServer()).app.inject({ url });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['x-request-id']).toBe(answer.json().instance);
    expect(answer.body).not.toContain('zorblax');
  });

  it('is told in the dialect of OpenAI under /v1', async () => {
    const answer = await (await startServer()).app.inject({ url: '/v1/zorblax%ZZ', headers: AUTH });
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'invalid_input']);
    expect(answer.headers['x-request-id']).toMatch(/^req_/);
    expect(answer.body).not.toContain('zorblax');
  });
});

describe('a body that breaks off', () => {
  it('is the client that went away, not an error of ours', async () => {
    const server = await startServer();
    const levels: string[] = [];
    Object.assign(server.log, {
      info: (_details: object, message: string) => levels.push(`info ${message}`),
      error: (_details: object, message: string) => levels.push(`error ${message}`),
    });
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    const address = server.app.server.address();
    const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1');
    const head = 'POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
    socket.write(`${head}authorization: ${AUTH.authorization}\r\ncontent-length: 100\r\n\r\n{"a":`);
    setTimeout(() => socket.destroy(), 50);
    await expect.poll(() => levels).toEqual(['info the client went away']);
    await server.app.close();
  });
});
