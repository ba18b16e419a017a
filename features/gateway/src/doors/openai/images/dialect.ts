import { toOpenAiError } from '../../../errors/openai.js';
import { upstreamError } from '../../../fields/tables/upstream-error.js';
import { verdictUrl } from '../../../refusal/explain.js';
import type { Dialect } from '../../dialect.js';

const UNSEEN = 'images.unseen';
const HOW_TO_ALLOW =
  'Nothing here can look at images: add a guard model that can, or lift the rule images.unseen in a policy of your own (docs/guide/doors.md).';
