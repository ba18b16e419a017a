export { type FindGuardModelsOptions, type FoundGuardModel, findGuardModels } from './discovery/find-guard-models.js';
export { families } from './families/families.js';
export type {
  ChatCall,
  ClassifyCall,
  CompletionCall,
  GuardFamily,
  ModelCall,
  ModelReply,
  ReadAnswer,
  TokenChoice,
} from './families/family.js';
export { gptOssSafeguardBy } from './families/gpt-oss-safeguard.js';
export type { JudgeOptions } from './families/json-judge.js';
export { policyJudgeBy } from './families/policy-judge.js';
export type { GuardPrices } from './judge/cost.js';
export { createGuardModel, type GuardModelOptions, type RemoteGuardModel } from './judge/guard-model.js';
export type { GuardModelLimits } from './judge/limits.js';
export { type ServerAddress, type ServerKind, serverDialects } from './servers/model-server.js';
export type { StandInCalls } from './stand-in/call-count.js';
export {
  type GuardStandIn,
  type GuardStandInOptions,
  startGuardStandIn,
} from './stand-in/guard-stand-in.js';
export { MISBEHAVIOURS, type Misbehaviour } from './stand-in/misbehaviour.js';
export { STAND_IN_FAMILIES, type StandInFamily } from './stand-in/models/all.js';
export { STAND_IN_WORDS } from './stand-in/words.js';
