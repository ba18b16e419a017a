import { verdictUrl } from '../../refusal/explain.js';
import type { Dialect } from '../dialect.js';
import { openAiDialect } from './openai.js';

/** Only an operator can do it, so that it is said apart from what is said to people. */
const HOW_TO_ALLOW =
  'Nothing here can look at images: add a guard model that can, or, where you accept that nobody has looked, allow the rule images.unseen in a policy of your own (docs/guide/doors.md).';

/** Errors of the image routes: what OpenAI's own say when a prompt or an image is refused. */
export const openAiImagesDialect: Dialect = {
  ...openAiDialect,
  name: 'openai.images',
  refusal({ verdict, sentence }) {
    const isHeld = verdict.decision === 'hold';
    const isUnseen = verdict.reasons.some(({ rule, enforced }) => enforced && rule === 'images.unseen');
    return {
      error: {
        message: isUnseen ? `${sentence} ${HOW_TO_ALLOW}` : sentence,
        type: 'image_generation_user_error',
        param: '',
        code: isHeld ? 'held_for_review' : 'moderation_blocked',
        ...(isHeld && { verdict: verdict.id, status_url: verdictUrl(verdict) }),
      },
    };
  },
};
