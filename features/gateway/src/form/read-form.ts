import { Busboy } from '@fastify/busboy';
import { errors, TyrianError } from '@tyrian/contracts';

/** A file of a form; its type is what its bytes say, never what a client calls it. */
export interface FormFile {
  readonly filename: string;
  readonly bytes: Buffer;
}

/** One part of a form, in the order in which they came. */
export interface FormPart {
  readonly name: string;
  readonly value: string | FormFile;
}

/** Of one form; its bytes are bounded by the body limit of its route. */
export const FORM_LIMITS = {
  /** Bytes of a name. */
  name: 100,
  /** UTF-8 bytes of a text. */
  text: 4_000_000,
  /** Parts that are texts. */
  texts: 256,
  files: 17,
  /** Characters of a file name. */
  filename: 255,
} as const;

/** Reads multipart/form-data (RFC 7578). Throws BODY_NOT_FORM for what is not whole, TOO_MANY for too many parts. */
export async function readForm(body: Buffer, contentType: string): Promise<FormPart[]> {
  const parts: (FormPart | Promise<FormPart>)[] = [];
  await new Promise<void>((resolve, reject) => {
    const fail = (cause: unknown): void =>
      reject(
        cause instanceof TyrianError ? cause : errors.BODY_NOT_FORM(['it breaks off or has no boundary'], { cause }),
      );
    const reader = openReader(contentType);
    reader.on('field', (name, value, isNameCut, isValueCut) => {
      if (isNameCut || isValueCut) fail(errors.BODY_NOT_FORM(['a name or a text in it is too long']));
      parts.push({ name: checkedName(name, fail), value });
    });
    reader.on('file', (name, stream, filename) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', fail);
      const part = new Promise<FormPart>((done) => {
        stream.on('end', () =>
          done({ name: checkedName(name, fail), value: { filename: filename ?? '', bytes: Buffer.concat(chunks) } }),
        );
      });
      parts.push(part);
    });
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
      reader.on(limit, () => fail(errors.TOO_MANY(['The form', FORM_LIMITS.texts])));
    }
    reader.on('error', fail);
    reader.on('finish', resolve);
    reader.end(body);
  });
  return Promise.all(parts);
}

function openReader(contentType: string) {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      // A file is what has a file name; everything else is a text, whatever type it is said to be.
      isPartAFile: (_name, _type, filename) => filename !== undefined,
      limits: {
        fieldNameSize: FORM_LIMITS.name,
        fieldSize: FORM_LIMITS.text,
        fields: FORM_LIMITS.texts,
        files: FORM_LIMITS.files,
        parts: FORM_LIMITS.texts + FORM_LIMITS.files,
        headerPairs: 16,
        headerSize: 4_096,
      },
    });
  } catch (cause) {
    throw errors.BODY_NOT_FORM(['it has no boundary'], { cause });
  }
}

const NAME = /^[a-z][a-z0-9_]{0,63}(?:\[[a-z0-9_]{0,63}\])?$/;

function checkedName(name: string | undefined, fail: (cause: unknown) => void): string {
  if (name === undefined || !NAME.test(name)) {
    fail(errors.BODY_NOT_FORM(['a part of it has a name that no field has']));
    return '';
  }
  return name;
}
