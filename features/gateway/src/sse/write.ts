/** One server-sent event. JSON has no raw line breaks, so one `data:` line is enough. */
export function writeEvent(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

/** One whose name a client reads before its data. */
export function writeNamedEvent(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

export const DONE = 'data: [DONE]\n\n';

/** Keeps a connection alive; clients ignore it. */
export const KEEP_ALIVE = ': checking\n\n';
