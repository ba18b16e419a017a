import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY, listenOn, rawPost, sendRaw } from './_raw.js';
import { ask, startServer, type TestServer } from './_server.js';

const CHAT = '/v1/chat/completions';
const BODY = JSON.stringify(ask('hello'));
const HEX = BODY.length.toString(16);
/** What a smuggler would have read as a request of its own: the model would be asked. */
const SECOND = rawPost(CHAT, BODY);
const head = (more: string) =>
  `POST ${CHAT} HTTP/1.1\r\nhost: x\r\n${KEY}content-type: application/json\r\n${more}\r\n`;
const chunked = (body: string) => head('transfer-encoding: chunked\r\n') + body;
const withLength = (more: string, length: string | number = BODY.length) =>
  head(`${more}content-length: ${length}\r\n`) + BODY;

describe('requests as bytes', () => {
  let server: TestServer;
  let port: number;
  beforeAll(async () => {
    server = await startServer();
    port = await listenOn(server.app);
  });
  afterAll(() => server.app.close());

  it.each([
    ['CL.TE', `${head('content-length: 6\r\ntransfer-encoding: chunked\r\n')}0\r\n\r\n${SECOND}`],
    ['TE.CL', `${head('transfer-encoding: chunked\r\ncontent-length: 4\r\n')}5c\r\n${SECOND}\r\n0\r\n\r\n`],
    ['TE.TE', `${head('transfer-encoding: chunked\r\ntransfer-encoding: x\r\n')}0\r\n\r\n${SECOND}`],
    ['a coding before chunked', `${head('transfer-encoding: x, chunked\r\n')}0\r\n\r\n${SECOND}`],
    ['gzip before chunked', `${head('transfer-encoding: gzip, chunked\r\n')}${HEX}\r\n${BODY}\r\n0\r\n\r\n`],
    ['a coding after chunked', `${head('transfer-encoding: chunked, identity\r\n')}0\r\n\r\n${SECOND}`],
    ['a coding like chunked', `${head('transfer-encoding: xchunked\r\n')}0\r\n\r\n${SECOND}`],
    ['a space before the colon', `${head('transfer-encoding : chunked\r\n')}0\r\n\r\n${SECOND}`],
    ['a vertical tab', `${head('transfer-encoding: \x0bchunked\r\n')}0\r\n\r\n${SECOND}`],
    ['a folded transfer-encoding', `${head('transfer-encoding:\r\n chunked\r\n')}0\r\n\r\n${SECOND}`],
    ['a folded header', withLength('x-a: a\r\n b\r\n')],
    ['one length twice', withLength(`content-length: ${BODY.length}\r\n`)],
    ['two lengths', withLength('content-length: 0\r\n')],
    ['a list of lengths', withLength('', `${BODY.length}, ${BODY.length}`)],
    ['a length with a sign', withLength('', `+${BODY.length}`)],
    ['a hexadecimal length', withLength('', `0x${HEX}`)],
    ['a length below nothing', withLength('', -1)],
    ['a length beyond numbers', withLength('', '9'.repeat(24))],
    ['bare line feeds', rawPost(CHAT, BODY).replaceAll('\r\n', '\n')],
    ['a bare carriage return', withLength('x-a: a\rx: b\r\n')],
    ['a NUL in a header', withLength('x-a: a\0b\r\n')],
    ['a bare line feed after a chunk extension', chunked(`${HEX};a\n${BODY}\r\n0\r\n\r\n`)],
    ['a huge chunk extension', chunked(`${HEX};${'a'.repeat(20_000)}\r\n${BODY}\r\n0\r\n\r\n`)],
    ['a chunk size beyond numbers', chunked(`${'f'.repeat(17)}\r\n${BODY}\r\n0\r\n\r\n`)],
    ['a chunk size with 0x', chunked(`0x${HEX}\r\n${BODY}\r\n0\r\n\r\n`)],
    ['a chunk longer than it says', chunked(`${HEX}\r\n${BODY}XX0\r\n\r\n`)],
    ['a trailer that is a length', chunked(`${HEX}\r\n${BODY}\r\n0\r\ncontent-length: 3\r\n\r\n`)],
    ['two hosts', rawPost(CHAT, BODY, 'host: y\r\n')],
    ['a host that is none', rawPost(CHAT, BODY).replace('host: x', 'host: x y/@')],
    ['two keys', rawPost(CHAT, BODY, 'authorization: Bearer tyr_message\r\n')],
    ['two content types', rawPost(CHAT, BODY, 'content-type: text/plain\r\n')],
    ['another version', rawPost(CHAT, BODY).replace('HTTP/1.1', 'HTTP/2.0')],
    ['no version', 'GET /\r\n\r\n'],
    ['an unknown method', rawPost(CHAT, BODY).replace('POST', 'FROB')],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ])('%s: refused with our code, closed, and nothing reaches the model', async (_what, bytes) => {
    const before = server.asked.length;
    const { statuses, isClosed, text } = await sendRaw(port, bytes);
    expect([statuses, isClosed]).toEqual([[400], true]);
    expect(text.toLowerCase()).toMatch(/"code":"(?:request_invalid|body_not_json)"/);
    expect(server.asked.length).toBe(before);
  });

  it.each([
    ['headers', rawPost(CHAT, BODY, `a: ${'b'.repeat(20_000)}\r\n`)],
    ['an address', rawPost(`${CHAT}?${'a'.repeat(17_000)}`, BODY)],
    ['so many headers', rawPost(CHAT, BODY, Array.from({ length: 4_000 }, (_, at) => `a${at}: b\r\n`).join(''))],
  ])('%s over 16 KiB: 431 with our code', async (_what, bytes) => {
    const { statuses, isClosed, text } = await sendRaw(port, bytes);
    expect([statuses, isClosed]).toEqual([[431], true]);
    expect(text).toContain('"code":"HEADERS_TOO_LARGE"');
  });

  it.each(['gzip', 'br', 'deflate', 'zstd', 'gzip, identity'])('a body in %s is not unpacked: 415', async (coding) => {
    const { statuses, text } = await sendRaw(port, rawPost(CHAT, BODY, `content-encoding: ${coding}\r\n`));
    expect(statuses).toEqual([415]);
    expect(text).toContain('"code":"body_encoded"');
  });

  it.each([
    ['plain', rawPost(CHAT, BODY)],
    ['in chunks with an extension', chunked(`${HEX};a=b\r\n${BODY}\r\n0\r\n\r\n`)],
    ['with an upgrade that nobody takes', withLength('connection: upgrade\r\nupgrade: h2c\r\n')],
    ['with an absolute address', rawPost(`http://elsewhere.example${CHAT}`, BODY)],
    ['that waits for 100', withLength('expect: 100-continue\r\n')],
    ['to an IPv6 host', rawPost(CHAT, BODY).replace('host: x', 'host: [::1]:80')],
  ])('a request %s is answered once', async (_what, bytes) => {
    const before = server.asked.length;
    const { statuses } = await sendRaw(port, bytes, 400);
    expect(statuses.filter((status) => status !== 100)).toEqual([200]);
    expect(server.asked.length).toBe(before + 1);
  });

  it.each(['/v1/../v1/chat/completions', '/v1%2fchat/completions', '//v1/chat/completions', `${CHAT};x`, `${CHAT}%00`])(
    'the address %s reaches no door',
    async (path) => {
      const before = server.asked.length;
      expect((await sendRaw(port, rawPost(path, BODY), 300)).statuses).toEqual([404]);
      expect(server.asked.length).toBe(before);
    },
  );

  it('a tunnel is not opened', async () => {
    const { statuses, isClosed } = await sendRaw(port, 'CONNECT 127.0.0.1:22 HTTP/1.1\r\nhost: x\r\n\r\n');
    expect([statuses, isClosed]).toEqual([[], true]);
  });

  it('of a hundred requests sent at once to a model that is slow no more than sixteen are under way', async () => {
    let asked = 0;
    const never = () => {
      asked++;
      return new Promise<never>(() => undefined);
    };
    const slow = await startServer({ upstream: { send: never, close: async () => undefined } });
    const slowPort = await listenOn(slow.app);
    await sendRaw(slowPort, SECOND.repeat(100), 2_000);
    expect(asked).toBe(16);
    slow.app.server.closeAllConnections();
    await slow.app.close();
  });
});
