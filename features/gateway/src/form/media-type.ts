/** A kind of file as its first bytes tell it. */
export interface MediaType {
  readonly type: string;
  readonly extension: string;
}

interface Signature extends MediaType {
  readonly at: number;
  readonly bytes: string;
  /** A second mark, for containers that several formats share. */
  readonly also?: { readonly at: number; readonly bytes: string };
}

const IMAGES: readonly Signature[] = [
  { type: 'image/png', extension: 'png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', extension: 'jpg', at: 0, bytes: '\xff\xd8\xff' },
  { type: 'image/webp', extension: 'webp', at: 0, bytes: 'RIFF', also: { at: 8, bytes: 'WEBP' } },
];

const SOUNDS: readonly Signature[] = [
  { type: 'audio/wav', extension: 'wav', at: 0, bytes: 'RIFF', also: { at: 8, bytes: 'WAVE' } },
  { type: 'audio/flac', extension: 'flac', at: 0, bytes: 'fLaC' },
  { type: 'audio/ogg', extension: 'ogg', at: 0, bytes: 'OggS' },
  { type: 'audio/webm', extension: 'webm', at: 0, bytes: '\x1a\x45\xdf\xa3' },
  { type: 'audio/mp4', extension: 'm4a', at: 4, bytes: 'ftyp' },
  { type: 'audio/mpeg', extension: 'mp3', at: 0, bytes: 'ID3' },
  ...['\xfb', '\xfa', '\xf3', '\xf2', '\xe3', '\xe2'].map((second) => ({
    type: 'audio/mpeg',
    extension: 'mp3',
    at: 0,
    bytes: `\xff${second}`,
  })),
];

/** PNG, JPEG or WebP; undefined for anything else. */
export function imageTypeOf(bytes: Buffer): MediaType | undefined {
  return typeOf(bytes, IMAGES);
}

/** What transcription takes: WAV, FLAC, Ogg, WebM, MP4 or MP3; undefined for anything else. */
export function soundTypeOf(bytes: Buffer): MediaType | undefined {
  return typeOf(bytes, SOUNDS);
}

function typeOf(bytes: Buffer, signatures: readonly Signature[]): MediaType | undefined {
  const head = bytes.subarray(0, 16).toString('latin1');
  const found = signatures.find(
    ({ at, bytes: mark, also }) => head.startsWith(mark, at) && (!also || head.startsWith(also.bytes, also.at)),
  );
  return found && { type: found.type, extension: found.extension };
}
