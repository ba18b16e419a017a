import { isUtf8 } from 'node:buffer';
import type { MediaContent } from '@tyrian/contracts';
import { BASE64 } from '../alphabet.js';
import type { Field } from '../field.js';
import { LIMITS } from '../limits.js';
import { addPiece, misfit } from '../walk.js';

/** `data:image/png;base64,`: a type and nothing else, since parameters would be free text. */
const DATA_URL = /^data:[a-z]{1,20}\/[a-z0-9.+-]{1,80};base64,/i;
const WEB_URL = /^https?:\/\/[^\s]+$/i;
const MAX_URL = 8_192;

const EXAMPLES = {
  image: 'data:image/png;base64,iVBORw0KGgo=',
  audio: 'UklGRiQ=',
  file: 'data:application/pdf;base64,JVBERi0xLjQK/w==',
} as const;

/** An image, sound or file: a data URL, a web address, or bare base64. The guard gets it as it came. */
export function media(modality: MediaContent['modality']): Field {
  return {
    kind: modality,
    minimal: EXAMPLES[modality],
    fits: (value) => typeof value === 'string',
    walk(value, place, holder, key, walk) {
      if (typeof value !== 'string' || value === '') return misfit(walk, place, holder, key, 'must be a string');
      const header = DATA_URL.exec(value.slice(0, 128))?.[0];
      if (header === undefined && WEB_URL.test(value.slice(0, MAX_URL + 1))) {
        if (value.length > MAX_URL) return misfit(walk, place, holder, key, 'is too long for an address');
        // An address is a string that the model server reads as well.
        addPiece(walk, 'text', `${place}.address`, value, undefined, key);
      } else {
        const bytes = header === undefined ? value : value.slice(header.length);
        if (!BASE64.pattern.test(bytes)) {
          return misfit(walk, place, holder, key, 'must be a data URL in base64, or an address with http or https');
        }
        if (modality === 'file') addFileText(Buffer.from(bytes, 'base64'), place);
      }
      addPiece(walk, modality, place, value, holder, key);

      function addFileText(file: Buffer, at: string): void {
        if (file.length === 0 || file.length > LIMITS.text || !isUtf8(file)) return;
        addPiece(walk, 'text', `${at}.decoded`, file.toString('utf8'), undefined, '');
      }
    },
    rows: (path) => [{ path, kind: modality, checked: true, example: () => EXAMPLES[modality] }],
  };
}
