import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentForm } from './document-form.js';
import { formDocument } from './form-document.js';
import { imageTypeOf, soundTypeOf } from './media-type.js';
import { FORM_LIMITS, readForm } from './read-form.js';
import { writeForm } from './write-form.js';

const PNG = Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1');
const shape = {
  numbers: ['n'],
  flags: ['stream'],
  files: { image: { typeOf: imageTypeOf, what: 'a PNG, JPEG or WebP image' } },
};
const TYPE = 'multipart/form-data; boundary=x';
const file = { filename: 'a.png', type: 'image/png', bytes: PNG };
const read = async (form: ReturnType<typeof writeForm>) => readForm(Buffer.from(form.body), form.contentType);
const documentOf = async (...parts: Parameters<typeof writeForm>[0]) =>
  formDocument(await read(writeForm(parts)), shape);
const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('readForm', () => {
  it('gives back what was written, texts and bytes alike', async () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,10}(\[\])?$/);
    const bytes = fc.uint8Array({ maxLength: 300 });
    const part = fc.oneof(
      fc.tuple(name, fc.string({ unit: 'grapheme', maxLength: 60 })),
      fc.tuple(
        name,
        bytes.map((some) => ({ filename: 'a.bin', type: 'text/plain', bytes: some })),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        const back = await read(writeForm(parts));
        expect(back.map(({ name }) => name)).toEqual(parts.map(([name]) => name));
        back.forEach(({ value }, index) => {
          const sent = parts[index]?.[1];
          if (typeof value === 'string') expect(value).toBe(sent);
          else expect(value).toEqual({ filename: 'a.bin', bytes: Buffer.from((sent as typeof file).bytes) });
        });
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['no boundary', 'multipart/form-data', ''],
    ['no parts', TYPE, ''],
    ['an end that never comes', TYPE, '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb'],
    ['a name that no field has', TYPE, '--x\r\ncontent-disposition: form-data; name="A b"\r\n\r\nb\r\n--x--\r\n'],
  ])('refuses a form with %s', async (_what, type, body) => {
    await expect(readForm(Buffer.from(body), type)).rejects.toThrow(code('BODY_NOT_FORM'));
  });

  it('takes so many parts and no more, and texts up to a size', async () => {
    const many = Array.from({ length: FORM_LIMITS.texts + 1 }, () => ['a[]', 'b'] as const);
    await expect(read(writeForm(many))).rejects.toThrow(code('TOO_MANY'));
    const files = Array.from({ length: FORM_LIMITS.files + 1 }, () => ['image[]', file] as const);
    await expect(read(writeForm(files))).rejects.toThrow(code('TOO_MANY'));
    const long = 'a'.repeat(FORM_LIMITS.text + 1);
    await expect(read(writeForm([['prompt', long]]))).rejects.toThrow(code('BODY_NOT_FORM'));
  });
});

describe('formDocument', () => {
  it('reads numbers, flags, lists, keys and files', async () => {
    const document = await documentOf(
      ['prompt', '7'],
      ['n', '2'],
      ['stream', 'true'],
      ['include[]', 'a'],
      ['include[]', 'b'],
      ['strategy[type]', 'x'],
      ['image[]', file],
      ['image[]', file],
    );
    const entry = { filename: 'a.png', data: `data:image/png;base64,${PNG.toString('base64')}` };
    expect(document).toEqual({
      prompt: '7',
      n: 2,
      stream: true,
      include: ['a', 'b'],
      strategy: { type: 'x' },
      image: [entry, entry],
    });
  });

  it('leaves a number that is none to the table', async () => {
    expect(await documentOf(['n', '1e9'], ['stream', 'yes'])).toEqual({ n: '1e9', stream: 'yes' });
  });

  it.each([
    ['a field twice', [['prompt', 'a'] as const, ['prompt', 'b'] as const], 'FIELD_INVALID'],
    ['a field that is a list as well', [['a', 'a'] as const, ['a[]', 'b'] as const], 'FIELD_INVALID'],
    ['a key twice', [['a[b]', 'a'] as const, ['a[b]', 'b'] as const], 'FIELD_INVALID'],
    ['a file where none may be', [['other', file] as const], 'FIELD_UNKNOWN'],
    ['bytes that are no image', [['image', { ...file, bytes: Buffer.from('GIF89a') }] as const], 'FIELD_INVALID'],
  ])('refuses %s', async (_what, parts, wanted) => {
    await expect(documentOf(...parts)).rejects.toThrow(code(wanted));
  });

  it('is undone by documentForm, but for the names of files', async () => {
    const document = { prompt: 'a garden', n: 2, include: ['a'], strategy: { type: 'x' } };
    const image = [{ filename: 'mine.png', data: `data:image/png;base64,${PNG.toString('base64')}` }];
    const back = formDocument(await read(documentForm({ ...document, image, mask: null })), shape);
    expect(back).toEqual({ ...document, image: [{ ...image[0], filename: 'image-0.png' }] });
  });
});

describe('the type of a file', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n', 'image/png', undefined],
    ['\xff\xd8\xff\xe0', 'image/jpeg', undefined],
    ['RIFF0000WEBP', 'image/webp', undefined],
    ['RIFF0000WAVE', undefined, 'audio/wav'],
    ['RIFF0000AVI ', undefined, undefined],
    ['fLaC', undefined, 'audio/flac'],
    ['OggS', undefined, 'audio/ogg'],
    ['\x1a\x45\xdf\xa3', undefined, 'audio/webm'],
    ['0000ftypM4A ', undefined, 'audio/mp4'],
    ['ID3', undefined, 'audio/mpeg'],
    ['\xff\xfb', undefined, 'audio/mpeg'],
    ['<svg>', undefined, undefined],
    ['', undefined, undefined],
  ])('of %j', (head, image, sound) => {
    const bytes = Buffer.from(head, 'latin1');
    expect([imageTypeOf(bytes)?.type, soundTypeOf(bytes)?.type]).toEqual([image, sound]);
  });
});
