import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { errors, type TyrianError, toProblem } from '@tyrian/contracts';
import { newRequestId } from './request-id.js';

/** Answers what is no HTTP request, or did not arrive in time, and closes: nobody knows where a next one would begin. */
export function answerClientFault(fault: Error & { code?: string }, socket: Socket): void {
  if (fault.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const error = asClientFault(fault.code);
  const body = JSON.stringify(toProblem(error, newRequestId()));
  const head = [
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}

function asClientFault(code: string | undefined): TyrianError {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return errors.REQUEST_TIMEOUT();
  if (code === 'HPE_HEADER_OVERFLOW') return errors.HEADERS_TOO_LARGE();
  return errors.REQUEST_INVALID(['it does not parse']);
}
