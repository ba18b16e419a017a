import { BASE64 } from '../../alphabet.js';
import { object } from '../../kinds/object.js';
import { text } from '../../kinds/text.js';
import { flag, word } from '../../kinds/token.js';

/** Asks the model server to keep what stands up to here. */
export const cacheControl = {
  cache_control: object({ type: word('ephemeral'), ttl: word('5m', '1h') }, { required: ['type'] }),
};

export const citationSwitch = object({ enabled: flag() });

/**
 * What only the server that wrote it can read: signatures, thinking that is kept back, pages that a search found. Nobody
 * here can tell what is in it, so that it is checked like any text: whatever is merely encoded is read.
 */
export const sealed = text({ alphabet: BASE64 });
