export {
  ActivatedFiles,
  Activation,
  ActivationChange,
  ActivePolicy,
  AllowedPhrase,
  activationKey,
  type NewActivation,
  SwitchedPart,
} from './activation.js';
export { ApiKey, RefusalStyle } from './api-key.js';
export { AssuranceDemand, AssuranceName, Assured, isAssured } from './assured.js';
export { AUDIENCES, Audience, stricterAudience } from './audience.js';
export { BackupHeader, BackupManifest } from './backup.js';
export {
  ABSOLVING,
  Case,
  CaseDecision,
  CaseEvent,
  type CaseEventType,
  CaseKind,
  CaseLease,
  CaseRoute,
  CaseStatus,
  CLOCKED_KINDS,
  DECISIONS_OF,
  QueueCount,
  QueueName,
  ViewKind,
} from './case.js';
export {
  Campaign,
  ConductStep,
  type ConductStepName,
  LADDER_STEPS,
  LadderStep,
  Strike,
  type SubjectKind,
  type SubjectName,
} from './conduct.js';
export { Content, Generation, MediaContent, type Modality, Role, Stage, TextContent, type View } from './content.js';
export { Coverage, CoverageGap } from './coverage.js';
export { DECISIONS, Decision, Explanation, mostSevere } from './decision.js';
export { DutyClock } from './duty-clock.js';
export * as errors from './errors.js';
export { defineError, type ErrorDefinition, errorCatalogue, TyrianError, type TyrianErrorOptions } from './errors.js';
export {
  AlarmEvent,
  DecidedEvent,
  type DisputedEvent,
  Event,
  type EventType,
  ExpiredEvent,
  eventId,
  eventSubject,
  type GrownEvent,
  HeldEvent,
  ProposedEvent,
  RefusedEvent,
  ReopenedEvent,
} from './events.js';
export { EvidenceKind, EvidenceSummary, type NewEvidence } from './evidence.js';
export { FeedbackBy, FeedbackCount, FeedbackRecord, FeedbackSays } from './feedback.js';
export { type CoverageSummary, GenerationRecord, RecordedSignal, summariseCoverage } from './generation-record.js';
export { GuardModelSetting } from './guard-model-setting.js';
export { ATTRIBUTES, Attribute, HAZARDS, Hazard } from './hazards.js';
export {
  ApiKeyId,
  AppealId,
  BatchId,
  CaseEventId,
  CaseId,
  ClockId,
  EvidenceId,
  FeedbackId,
  GenerationId,
  idFloor,
  LegalHoldId,
  LegalRequestId,
  MemberId,
  NoticeId,
  newId,
  RecordId,
  SessionId,
  StepId,
  SYSTEM_TENANT,
  TenantId,
  timeOfId,
  VerdictId,
} from './ids.js';
export { KeyBinding, KeyBudget, KeyDialect } from './key-binding.js';
export {
  LegalHold,
  LegalRequest,
  LegalRequestKind,
  LegalScope,
  PersonKind,
  PersonNames,
} from './legal.js';
export {
  levelOfDegree,
  MATURITY_AXES,
  MATURITY_LEVELS,
  MATURITY_NAMES,
  Maturity,
  MaturityAxis,
  MaturityDegree,
  MaturityLevel,
} from './maturity.js';
export {
  type Actor,
  CAPABILITIES,
  Capability,
  MEMBER_ROLES,
  Member,
  MemberName,
  MemberRole,
  memberNameKey,
  type Scope,
} from './member.js';
export { Appeal, AppealOutcome, Jurisdiction, Notice, NoticeKind, NoticeOutcome } from './notice.js';
export { Bands, Condition, Policy, PolicyMode, Rule, StreamingMode, Strictness } from './policy.js';
export {
  type AccountHistory,
  type CaseAction,
  type CasePage,
  type CasePageQuery,
  CasePlace,
  type CaseQuery,
  type CaseResolution,
  type Cases,
  type CaseWorker,
  type ClusterDecided,
  type HoldPlace,
  type TakeQuery,
  type Undone,
} from './ports/cases.js';
export type { Deliveries, Delivery, EndpointStatus, Settlement } from './ports/deliveries.js';
export type {
  GuardAnswer,
  GuardCost,
  GuardFinding,
  GuardModel,
  GuardQuestion,
  GuardTurn,
} from './ports/guard-model.js';
export { KEY_PURPOSES, type Key, type KeyPurpose, type Keys, ROTATED_PURPOSES } from './ports/keys.js';
export type {
  Changed,
  EndedWhy,
  Invitations,
  KeptMember,
  MemberChange,
  MemberSecrets,
  MemberStore,
  NewSession,
  SealedSecret,
  Session,
  SessionMember,
  Sessions,
  SignInAttempts,
  SignInRefused,
} from './ports/members.js';
export type {
  AppealRuling,
  Appeals,
  DutyClocks,
  Judged,
  MatterQuery,
  NewAppeal,
  NewClock,
  NewNotice,
  NoticeRuling,
  Notices,
  Received,
} from './ports/notices.js';
export type {
  ErasedPage,
  ErasurePage,
  Expired,
  ExpiryRule,
  LegalRegister,
  People,
  PersonCase,
  PersonHoldings,
  PersonPage,
  RetentionStore,
  Spared,
  StandingRow,
} from './ports/privacy.js';
export type {
  ActivationQuery,
  Activations,
  ApiKeys,
  Audit,
  Belongings,
  CampaignQuery,
  Commit,
  ConductHistory,
  ConductStore,
  ConductWindow,
  FeedbackQuery,
  Feedbacks,
  KeptFeedback,
  KeyUsages,
  KeyUse,
  NewConductStep,
  NewFeedback,
  Outbox,
  Policies,
  RecordQuery,
  RecordScan,
  Records,
  Shifts,
  Store,
  Vault,
} from './ports/storage.js';
export type { Traffic } from './ports/traffic.js';
export { invalidInput, Problem, toProblem } from './problem.js';
export {
  AuditFault,
  AuditReport,
  ChainedRecord,
  ChainHead,
  Checkpoint,
  CheckpointBody,
  type NewRecord,
  Pseudonym,
  RECORD_TYPES,
  RecordType,
  type ScannedRecord,
} from './record.js';
export { RECORD_KINDS, RECORD_TYPES_OF, type RecordKind, Retention } from './retention.js';
export { AttributeSignal, HazardSignal, MaturitySignal, Signal, type SignalKind, Span } from './signal.js';
export { TRAFFIC_PERIOD_MS, TrafficCount } from './traffic.js';
export { TrainingManifest } from './training-manifest.js';
export { Reason, Repair, Verdict } from './verdict.js';
