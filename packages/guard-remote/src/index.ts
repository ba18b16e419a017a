export type { GuardFamily, ModelCall, ModelReply, ReadAnswer, TokenChoice } from './families/family.js';
