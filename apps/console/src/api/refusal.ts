/** What the server says when it does not do what it was asked: its stable code, and what to do next. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }

  static of(status: number, body: unknown): Refusal {
    const { code, detail } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
    return new Refusal(
      typeof code === 'string' ? code : 'UNKNOWN',
      status,
      typeof detail === 'string' ? detail : `The server answered with status ${status}.`,
    );
  }
}

export function isRefusal(fault: unknown, ...codes: readonly string[]): fault is Refusal {
  return fault instanceof Refusal && codes.includes(fault.code);
}
