import { chmodSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { errors, TyrianError } from '@tyrian/contracts';
import { z } from 'zod';
import { isOperationName, type Operator } from './operations.js';

const MAX_BYTES = 1024 * 1024;
const Call = z.object({ name: z.string(), input: z.unknown() });

export interface OperatorSocket {
  close(): Promise<void>;
}

/** Serves the operator's operations on a socket that only the owner of the data folder can open. */
export async function serveOperator(path: string, operator: Operator): Promise<OperatorSocket> {
  rmSync(path, { force: true });
  const server = createServer((request, response) => void answer(request, response, operator));
  server.requestTimeout = 10_000;
  await listen(server, path);
  chmodSync(path, 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // Until the mode is set nobody else may connect: the socket is made without any permission for others.
    const before = process.umask(0o077);
    server.listen(path, () => {
      process.umask(before);
      resolve();
    });
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, operator: Operator): Promise<void> {
  try {
    const { name, input } = parseCall(await readBody(request));
    if (!isOperationName(name)) throw errors.NOT_FOUND([`operation ${name}`]);
    send(response, 200, { result: (await operator(name, input as never)) ?? null });
  } catch (fault) {
    const known = fault instanceof TyrianError ? fault : errors.INTERNAL(['operator'], { cause: fault });
    send(response, known.status, { error: { code: known.code, message: known.message, status: known.status } });
  }
}

function parseCall(body: string): z.infer<typeof Call> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw errors.BODY_NOT_JSON(['a call is an object with a name and an input'], { cause });
  }
  const call = Call.safeParse(value);
  if (!call.success) throw errors.INVALID_INPUT([z.prettifyError(call.error)]);
  return call.data;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > MAX_BYTES) throw errors.BODY_TOO_LARGE([MAX_BYTES]);
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
