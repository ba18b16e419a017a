import { request } from 'node:http';
import { errors, TyrianError } from '@tyrian/contracts';
import { z } from 'zod';
import type { Operator } from './operations.js';

const Answer = z.union([
  z.object({ result: z.unknown() }),
  z.object({ error: z.object({ code: z.string(), message: z.string(), status: z.number() }) }),
]);

/** Asks the server that owns the data folder. Errors come back as they were thrown there. */
export function connectOperator(path: string): Operator {
  return async (name, input) => {
    const answer = Answer.parse(JSON.parse(await post(path, JSON.stringify({ name, input }))));
    if ('error' in answer) {
      const { code, message, status } = answer.error;
      throw new TyrianError({ code, status, template: '%s' }, [message]);
    }
    return answer.result as never;
  };
}

function post(path: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error) => reject(errors.SERVER_SILENT([path, cause.message], { cause }));
    const sent = request(
      {
        socketPath: path,
        method: 'POST',
        path: '/',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
        response.on('error', fail);
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}
