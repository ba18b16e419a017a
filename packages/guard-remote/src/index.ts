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
