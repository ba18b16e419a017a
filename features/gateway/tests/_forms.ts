import { writeForm } from '../src/form/write-form.js';
import { asText } from './_odd-values.js';

/** The smallest that is one, as far as the first bytes tell. */
export const WAV = Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1');
export const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

interface Entry {
  readonly filename?: string;
  readonly data: string;
}

/** A document as the form that a client would send: entries with `data` are files, with the name that they say. */
export function formOf(document: object): ReturnType<typeof writeForm> {
  const parts = Object.entries(document).flatMap(([field, value]): Parameters<typeof writeForm>[0] => {
    if (!Array.isArray(value)) {
      if (typeof value !== 'object') return [[field, asText(value)]];
      return Object.entries(value).map(([key, inner]) => [`${field}[${key}]`, asText(inner)]);
    }
    return value.map((entry: string | Entry) => {
      if (typeof entry === 'string') return [`${field}[]`, entry];
      const [, type = ''] = /^data:([^;]+);/.exec(entry.data) ?? [];
      const bytes = type === 'image/png' ? PNG : WAV;
      return [field, { filename: entry.filename ?? 'a.bin', type, bytes }];
    });
  });
  return writeForm(parts);
}

/** What the guard gets of such a document's files. */
export const SOURCES = [PNG, WAV].map((bytes, index) => {
  const type = index === 0 ? 'image/png' : 'audio/wav';
  return `data:${type};base64,${bytes.toString('base64')}`;
});
