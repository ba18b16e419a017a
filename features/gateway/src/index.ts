export { CONNECTION_LIMITS, type ConnectionLimits, limitConnections } from './connections/connection-limits.js';
export { type McpServer, type McpServerOptions, mcpServer } from './doors/mcp/server.js';
export type { OpenAiError } from './errors/openai.js';
export { type DescribedField, describeFields, type FieldTable, fieldTables } from './fields/describe.js';
export type { Field, FieldRow } from './fields/field.js';
export { LIMITS } from './fields/limits.js';
export type { CheckedFiles } from './files/checked-files.js';
export { createGateway } from './gateway.js';
export { CATEGORIES } from './moderations/categories.js';
export { CoverageMatrix } from './own-api/coverage.js';
export { FeedbackAnswer, FeedbackRequest } from './own-api/feedback.js';
export { GuardRequest } from './own-api/guard.js';
export { VerdictStatus } from './own-api/verdicts.js';
export type {
  Admission,
  AnswerSettings,
  Asker,
  Budgets,
  Clock,
  Conduct,
  GatewayPorts,
  HeldVerdict,
  HoldStatus,
  Log,
  Opinion,
  Opinions,
  Principal,
  Principals,
  Pseudonyms,
  Recorder,
  Releases,
  UserClaims,
  UserTokens,
} from './ports.js';

export { HelpLine, HelpLines } from './refusal/help-lines.js';
export { acceptedTags, Language } from './refusal/language.js';
export { serverLimits } from './server-limits.js';
export type { Arrival, Ending, Entry, Sight, Telemetry, Usage, Watch } from './telemetry/telemetry.js';
export { demoMcpServer } from './upstream/demo/mcp.js';
export { demoUpstream } from './upstream/demo-upstream.js';
export { type HttpUpstreamOptions, httpUpstream, type UpstreamTimeouts } from './upstream/http-upstream.js';
export type { UpstreamState } from './upstream/pool/pooled-upstream.js';
export { createUpstreamPool, type UpstreamPool } from './upstream/pool/upstream-pool.js';
export {
  UPSTREAM_APIS,
  type Upstream,
  type UpstreamAnswer,
  type UpstreamApi,
  type UpstreamRequest,
} from './upstream/upstream.js';
