import type { TyrianError } from '@tyrian/contracts';

/** An error as the OpenAI SDKs read it: all four keys are required. */
export interface OpenAiError {
  readonly error: {
    readonly message: string;
    readonly type: string;
    readonly param: string | null;
    readonly code: string | null;
  };
}

const TYPES: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  429: 'rate_limit_error',
};

function typeOf(status: number): string {
  return TYPES[status] ?? (status >= 500 ? 'server_error' : 'invalid_request_error');
}

export function toOpenAiError(error: TyrianError): OpenAiError {
  return openAiError(error.status, error.code.toLowerCase(), error.message, error.param ?? null);
}

export function openAiError(
  status: number,
  code: string | null,
  message: string,
  param: string | null = null,
): OpenAiError {
  return { error: { message, type: typeOf(status), param, code } };
}
