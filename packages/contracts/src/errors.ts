/** One entry of the error catalogue: a stable code, its HTTP status, and a sentence with `%s` for its details. */
export interface ErrorDefinition {
  readonly code: string;
  readonly status: number;
  readonly template: string;
}

export interface TyrianErrorOptions extends ErrorOptions {
  readonly param?: string | undefined;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
}

/** Every error that Tyrian raises on purpose. `code` is stable; `message` never holds content. */
export class TyrianError extends Error {
  readonly code: string;
  readonly status: number;
  /** The field that is at fault, where there is one. */
  readonly param: string | undefined;
  /** After how many seconds another try can succeed, where that is known. */
  readonly retryAfter: number | undefined;

  constructor(definition: ErrorDefinition, details: readonly (string | number)[], options: TyrianErrorOptions = {}) {
    let next = 0;
    super(
      definition.template.replace(/%s/g, () => String(details[next++] ?? '')),
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.name = 'TyrianError';
    this.code = definition.code;
    this.status = definition.status;
    this.param = options.param;
    this.retryAfter = options.retryAfter;
  }
}

const catalogue = new Map<string, ErrorDefinition>();

/**
 * Adds an error to the catalogue.
 *
 * @example
 * const SHARD_LOST = defineError('SHARD_LOST', 409, 'The lease on shard %s expired');
 * throw SHARD_LOST([7]);
 */
export function defineError(code: string, status: number, template: string) {
  const definition = Object.freeze({ code, status, template });
  if (catalogue.has(code)) throw new Error(`error ${code} is defined twice`);
  catalogue.set(code, definition);
  const make = (details: readonly (string | number)[] = [], options: TyrianErrorOptions = {}) =>
    new TyrianError(definition, details, options);
  return Object.assign(make, { definition });
}

/** The whole catalogue, sorted by code, for the generated page of the docs. */
export function errorCatalogue(): readonly ErrorDefinition[] {
  return [...catalogue.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

export const INTERNAL = defineError(
  'INTERNAL',
  500,
  'Something went wrong inside Tyrian; the log says what, under request id %s',
);
export const UNAUTHENTICATED = defineError(
  'UNAUTHENTICATED',
  401,
  'No valid API key: send "authorization: Bearer tyr_..."; make one with "tyrian key create"',
);
export const CREDENTIALS_DIFFER = defineError(
  'CREDENTIALS_DIFFER',
  401,
  'The headers authorization, x-api-key and api-key hold different keys: send one of them',
);
export const CAPABILITY_MISSING = defineError(
  'CAPABILITY_MISSING',
  403,
  'Your roles do not include "%s"; somebody who may change members can add one that does',
);
export const USER_TOKEN_INVALID = defineError(
  'USER_TOKEN_INVALID',
  401,
  'The token in x-tyrian-user-token is not accepted: %s. Get a new one from its issuer, or send none',
);
export const USER_TOKEN_UNVERIFIABLE = defineError(
  'USER_TOKEN_UNVERIFIABLE',
  503,
  'The keys of the issuer of the user token cannot be read; try again in %s seconds',
);
export const KEY_POLICY_UNLOADABLE = defineError(
  'KEY_POLICY_UNLOADABLE',
  503,
  'The policy %s that this key is bound to cannot be loaded; activate it, or make another key',
);
export const NOT_FOUND = defineError('NOT_FOUND', 404, 'There is no %s');
export const ROUTE_UNKNOWN = defineError('ROUTE_UNKNOWN', 404, 'No door here checks %s, so it is refused');
export const REALTIME_REFUSED = defineError(
  'REALTIME_REFUSED',
  400,
  'Realtime sessions are refused: speech would be heard before anything here could check it. Transcribe it, ask in text, and have the answer spoken',
);
export const INVALID_INPUT = defineError('INVALID_INPUT', 400, '%s');
export const BODY_NOT_JSON = defineError('BODY_NOT_JSON', 400, 'The body is not JSON that is taken: %s');
export const BODY_NOT_FORM = defineError(
  'BODY_NOT_FORM',
  400,
  'The body is not a form (multipart/form-data) that can be read: %s',
);
export const BODY_NOT_UTF8 = defineError('BODY_NOT_UTF8', 400, 'The body is not valid UTF-8');
export const BODY_TOO_LARGE = defineError('BODY_TOO_LARGE', 413, 'The body is larger than %s bytes');
export const FIELD_UNKNOWN = defineError(
  'FIELD_UNKNOWN',
  400,
  'Unknown field %s: nothing here would check it, so it is refused',
);
export const FIELD_INVALID = defineError('FIELD_INVALID', 400, '%s %s');
export const FIELD_MISSING = defineError('FIELD_MISSING', 400, '%s is missing');
export const LINES_REFUSED = defineError(
  'LINES_REFUSED',
  400,
  'Lines %s of the file were refused, so nothing of it was uploaded: take them out and upload it again',
);
export const TOO_DEEP = defineError('TOO_DEEP', 400, '%s is nested deeper than %s levels');
export const TOO_MANY = defineError('TOO_MANY', 400, '%s has more than %s entries');
export const TEXT_TOO_LONG = defineError('TEXT_TOO_LONG', 400, '%s is longer than %s characters');
export const BODY_ENCODED = defineError(
  'BODY_ENCODED',
  415,
  'The body is compressed; send it as it is, without content-encoding',
);
export const REQUEST_INVALID = defineError(
  'REQUEST_INVALID',
  400,
  'The request is not plain HTTP/1.1: %s. The connection is closed',
);
export const HEADERS_TOO_LARGE = defineError(
  'HEADERS_TOO_LARGE',
  431,
  'The address and headers are too large together',
);
export const PIPELINED_TOO_MUCH = defineError(
  'PIPELINED_TOO_MUCH',
  400,
  'More than %s requests of one connection wait for an answer; read first, or open more connections',
);
export const REQUEST_TIMEOUT = defineError('REQUEST_TIMEOUT', 408, 'The request took too long to arrive');
export const OVERLOADED = defineError('OVERLOADED', 503, 'Too much is waiting: %s. Try again shortly');
export const SHUTTING_DOWN = defineError('SHUTTING_DOWN', 503, 'The server is shutting down');
export const UPSTREAM_UNREACHABLE = defineError('UPSTREAM_UNREACHABLE', 502, 'The model server could not be reached');
export const UPSTREAM_TIMEOUT = defineError('UPSTREAM_TIMEOUT', 504, 'The model server did not answer within %s ms');
export const UPSTREAM_REDIRECT = defineError(
  'UPSTREAM_REDIRECT',
  502,
  'The model server answered with a redirect, which is never followed',
);
export const UPSTREAM_TOO_LARGE = defineError(
  'UPSTREAM_TOO_LARGE',
  502,
  'The answer of the model server is larger than %s bytes',
);
export const UPSTREAM_INVALID = defineError(
  'UPSTREAM_INVALID',
  502,
  'The answer of the model server could not be read: %s',
);
export const UPSTREAM_CUT = defineError('UPSTREAM_CUT', 502, 'The model server ended its answer too early');
export const UPSTREAM_UNSERVED = defineError(
  'UPSTREAM_UNSERVED',
  404,
  'No model server that is configured here serves this model by the API %s; ask for another, or add it to "upstreams"',
);
export const MCP_MESSAGE_INVALID = defineError('MCP_MESSAGE_INVALID', 400, 'The message is not taken: %s');
export const MCP_METHOD_UNKNOWN = defineError(
  'MCP_METHOD_UNKNOWN',
  400,
  'No table here describes this method, so it is refused',
);
export const POLICY_INVALID = defineError('POLICY_INVALID', 400, 'Policy %s is not valid: %s');
export const POLICY_UNKNOWN = defineError(
  'POLICY_UNKNOWN',
  400,
  'There is no policy %s; shipped ones are %s, or give the path of a YAML file',
);
export const POLICY_LOOSENS_LOCKED = defineError(
  'POLICY_LOOSENS_LOCKED',
  400,
  'Policy %s may not change the locked rule %s',
);
export const ACTIVATION_INVALID = defineError('ACTIVATION_INVALID', 400, 'This cannot be put into force: %s');
export const ACTIVATION_UNLOADABLE = defineError(
  'ACTIVATION_UNLOADABLE',
  500,
  'What was activated cannot be loaded: %s. Stop the server and run "tyrian policy rollback"',
);
export const POLICY_TESTS_INVALID = defineError('POLICY_TESTS_INVALID', 400, 'The policy tests %s are not valid: %s');
export const LEXICON_INVALID = defineError('LEXICON_INVALID', 400, 'Lexicon %s is not valid: %s');
export const PATTERNS_INVALID = defineError('PATTERNS_INVALID', 400, 'Patterns %s are not valid: %s');
export const CLASSIFIER_INVALID = defineError('CLASSIFIER_INVALID', 400, 'The classifier is not valid: %s');
export const TRAINING_ROW_INVALID = defineError('TRAINING_ROW_INVALID', 400, 'Line %s of %s is not a training row: %s');
export const TRAINING_ROW_REFUSED = defineError(
  'TRAINING_ROW_REFUSED',
  400,
  'Line %s of %s must not be trained on: %s',
);
export const TRAINING_TOO_LITTLE = defineError('TRAINING_TOO_LITTLE', 400, 'There is too little to train %s on: %s');
export const DETECTOR_FAILED = defineError('DETECTOR_FAILED', 500, 'Detector %s failed');
export const DETECTOR_TIMEOUT = defineError('DETECTOR_TIMEOUT', 500, 'Detector %s did not answer in time');
export const DATABASE_UNAVAILABLE = defineError('DATABASE_UNAVAILABLE', 503, 'The database cannot be reached: %s');
export const DATABASE_NEWER = defineError(
  'DATABASE_NEWER',
  500,
  'The database was written by a newer Tyrian (migration %s)',
);
export const DATA_FOLDER_LOCKED = defineError('DATA_FOLDER_LOCKED', 409, 'The data folder %s is in use by process %s');
export const KEY_FILE_UNSAFE = defineError(
  'KEY_FILE_UNSAFE',
  500,
  'Key file %s can be read by others; run chmod 600 on it',
);
export const KEY_UNKNOWN = defineError('KEY_UNKNOWN', 500, 'Key %s is not in the key store');
export const KEYS_DIFFER = defineError(
  'KEYS_DIFFER',
  409,
  'Key %s of this machine is not the one that this database is written with: copy the folder "keys" of a machine that runs, or name a shared folder in the setting "keys"',
);
export const KEYS_MISSING = defineError(
  'KEYS_MISSING',
  409,
  'Key %s, which this database was written with, is not here: copy the folder "keys" of another machine, or take the keys from a backup',
);
export const DATA_FOLDER_MOVED = defineError(
  'DATA_FOLDER_MOVED',
  409,
  'The database of the data folder %s was moved to %s, and goes on there: set "database" to it',
);
export const BACKUP_INVALID = defineError('BACKUP_INVALID', 400, 'The backup cannot be used: %s');
export const BACKUP_PASSPHRASE = defineError(
  'BACKUP_PASSPHRASE',
  400,
  'Keys in a backup need a passphrase of at least 12 characters in TYRIAN_BACKUP_PASSPHRASE',
);
export const DATABASE_NOT_EMPTY = defineError(
  'DATABASE_NOT_EMPTY',
  409,
  'There are tables already in %s; name a new data folder, database or schema',
);
export const DATABASE_IN_USE = defineError(
  'DATABASE_IN_USE',
  409,
  'The database is written to by another process; stop every "tyrian serve" and "tyrian worker" first',
);
export const COPY_DIFFERS = defineError(
  'COPY_DIFFERS',
  500,
  'The copy was undone, since it is not what it should be: %s',
);
export const CASE_CLOSED = defineError('CASE_CLOSED', 409, 'Case %s is %s already');
export const CASE_TAKEN = defineError('CASE_TAKEN', 409, 'Case %s is held by somebody else until %s');
export const CASE_NOT_HELD = defineError('CASE_NOT_HELD', 409, 'Case %s is not yours: take it first');
export const CASE_ESCALATED = defineError('CASE_ESCALATED', 409, 'Case %s was escalated: whoever leads decides it');
export const UNDO_TOO_LATE = defineError(
  'UNDO_TOO_LATE',
  409,
  'Nothing of %s can be undone by you: that is for who decided, within %s minutes',
);
export const CASE_DECISION_UNFIT = defineError('CASE_DECISION_UNFIT', 409, 'Case %s is decided with %s');
export const CLOCK_RUNNING = defineError(
  'CLOCK_RUNNING',
  409,
  'Case %s is of a notice or an appeal, whose clocks run until it has an outcome: decide it with one',
);
export const DECIDER_INVOLVED = defineError(
  'DECIDER_INVOLVED',
  409,
  '%s was decided by you before: somebody else must decide now',
);
export const APPEAL_GIVEN = defineError('APPEAL_GIVEN', 409, 'There is an appeal against %s already');
export const APPEAL_UNFIT = defineError('APPEAL_UNFIT', 409, 'There is nothing to appeal against: %s');
export const APPEAL_TOO_LATE = defineError(
  'APPEAL_TOO_LATE',
  409,
  'This was decided more than %s days ago; appeals are taken no longer',
);
export const ACCOUNT_SUSPENDED = defineError(
  'ACCOUNT_SUSPENDED',
  403,
  'This account is suspended until %s. If you think that is wrong, write to whoever runs this service and name %s. If you need somebody to talk to: %s',
);
export const FEEDBACK_UNFIT = defineError(
  'FEEDBACK_UNFIT',
  409,
  'The feedback %s does not fit what this verdict decided',
);
export const FEEDBACK_TOO_LATE = defineError(
  'FEEDBACK_TOO_LATE',
  409,
  'This verdict is older than %s days; feedback is taken no longer',
);
export const RATE_LIMITED = defineError('RATE_LIMITED', 429, 'Too many requests by this %s; try again in %s seconds');
export const CHECKPOINT_INVALID = defineError(
  'CHECKPOINT_INVALID',
  400,
  'The file %s is not an exported checkpoint: %s',
);
export const CONFIG_INVALID = defineError('CONFIG_INVALID', 400, 'The configuration is not valid: %s');
export const FILE_EXISTS = defineError('FILE_EXISTS', 409, 'There is a file %s already; add --force to replace it');
export const SERVER_SILENT = defineError('SERVER_SILENT', 503, 'The running server did not answer on %s: %s');
export const EVIDENCE_DAMAGED = defineError(
  'EVIDENCE_DAMAGED',
  500,
  'Evidence %s does not open: it is not as it was sealed',
);
export const KEY_FILE_DAMAGED = defineError(
  'KEY_FILE_DAMAGED',
  500,
  'The key file of %s is damaged; put it back from a backup',
);

export const GUARD_MODEL_UNREACHABLE = defineError(
  'GUARD_MODEL_UNREACHABLE',
  503,
  'Guard model %s cannot be reached: %s',
);
export const GUARD_MODEL_ANSWER = defineError(
  'GUARD_MODEL_ANSWER',
  502,
  'Guard model %s answered something that is no judgement: %s',
);
export const GUARD_MODEL_BUSY = defineError('GUARD_MODEL_BUSY', 503, 'Guard model %s has too much to do: %s');
export const GUARD_MODEL_INVALID = defineError('GUARD_MODEL_INVALID', 400, 'The guard model %s cannot be used: %s');

export const EVALUATION_ON_TRAINED_ROWS = defineError(
  'EVALUATION_ON_TRAINED_ROWS',
  409,
  '%s of %s rows were trained on, so what they say of the model is worth nothing: %s. Leave them out, or add --allow-trained and the report will say so',
);
export const EVALUATION_ROWS_UNUSABLE = defineError(
  'EVALUATION_ROWS_UNUSABLE',
  400,
  'More than half of the lines cannot be used (%s of %s); the first: %s',
);
export const TRAINING_MANIFEST_INVALID = defineError(
  'TRAINING_MANIFEST_INVALID',
  400,
  'The training manifest %s cannot be used: %s',
);

/** One wording for a wrong name, a wrong password and a wrong code. */
export const SIGN_IN_REFUSED = defineError('SIGN_IN_REFUSED', 401, 'Name, password or code is not right');
export const SIGN_IN_WAITS = defineError('SIGN_IN_WAITS', 429, 'Too many tries; the next one counts in %s seconds');
export const INVITATION_REFUSED = defineError(
  'INVITATION_REFUSED',
  401,
  'The code is unknown, was used, or is no longer valid; ask for a new one',
);
export const SESSION_REQUIRED = defineError('SESSION_REQUIRED', 401, 'Sign in first');
export const SESSION_LOCKED = defineError(
  'SESSION_LOCKED',
  401,
  'The session is locked after a while without work; give the password again',
);
export const CODE_REQUIRED = defineError('CODE_REQUIRED', 401, 'Give the one-time code too');
export const CONFIRMATION_REQUIRED = defineError(
  'CONFIRMATION_REQUIRED',
  403,
  'This takes a password that was given within %s minutes; give it again',
);
export const REQUEST_FROM_ELSEWHERE = defineError(
  'REQUEST_FROM_ELSEWHERE',
  403,
  'Only the console of this address may ask here: %s',
);
export const ROLE_NOT_YOURS_TO_GIVE = defineError(
  'ROLE_NOT_YOURS_TO_GIVE',
  403,
  'This is beyond what your own roles and tenant reach: %s',
);
export const PASSWORD_WEAK = defineError('PASSWORD_WEAK', 400, 'Choose another password: %s');
export const MEMBER_EXISTS = defineError('MEMBER_EXISTS', 409, 'There is a member of this name already');
export const MEMBERS_EXIST = defineError('MEMBERS_EXIST', 409, 'There is a first member already; sign in');
export const LAST_ADMIN = defineError('LAST_ADMIN', 409, 'Nobody would be left who is an admin and can sign in');
