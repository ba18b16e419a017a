import { describe, expect, it } from 'vitest';
import * as errors from './errors.js';
import { defineError, errorCatalogue, TyrianError } from './errors.js';

const makers = Object.entries(errors).flatMap(([name, made]) =>
  typeof made === 'function' && 'definition' in made ? [[name, made] as const] : [],
);
const blanksOf = (template: string) => template.split('%s').length - 1;

describe('the catalogue', () => {
  it('lists every error that can be raised, once, by its code', () => {
    const codes = errorCatalogue().map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].toSorted());
    expect(codes).toEqual(expect.arrayContaining(makers.map(([name]) => name)));
    for (const [name, make] of makers) expect(make.definition.code).toBe(name);
  });

  it('says for each whether the caller or Tyrian is at fault, with a status that HTTP knows', () => {
    const known = [400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 431, 500, 501, 502, 503, 504];
    for (const { status } of errorCatalogue()) expect(known).toContain(status);
  });

  it('has one sentence each, with no second one hidden in a code', () => {
    for (const { code, template } of errorCatalogue()) {
      expect(code).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
      expect(template).toMatch(/^(%s|[A-Z])/);
      expect(template).not.toMatch(/[.!]$/);
      expect(template.replaceAll('%s', '')).not.toContain('%');
    }
  });

  it('is not changed by whoever reads it', () => {
    const [first] = errorCatalogue();
    expect(Object.isFrozen(first)).toBe(true);
    const length = errorCatalogue().length;
    (errorCatalogue() as unknown[]).pop();
    expect(errorCatalogue()).toHaveLength(length);
  });

  it('takes no code twice', () => {
    defineError('ZORBLAX_LOST', 409, 'The zorblax %s is lost');
    expect(() => defineError('ZORBLAX_LOST', 400, 'Another')).toThrow('ZORBLAX_LOST is defined twice');
    expect(errorCatalogue().filter(({ code }) => code === 'ZORBLAX_LOST')).toEqual([
      { code: 'ZORBLAX_LOST', status: 409, template: 'The zorblax %s is lost' },
    ]);
  });
});

describe.each(makers)('%s', (_name, make) => {
  const { template } = make.definition;
  const details = Array.from({ length: blanksOf(template) }, (_, index) => `detail-${index}`);

  it('puts every detail into its sentence, in order', () => {
    const { message } = make(details);
    let from = 0;
    for (const detail of details) {
      const at = message.indexOf(detail, from);
      expect(at).toBeGreaterThanOrEqual(from);
      from = at + detail.length;
    }
    expect(message).not.toContain('%s');
  });

  it('shows no placeholder and no "undefined" where a detail is missing', () => {
    for (let given = 0; given < details.length; given++)
      expect(make(details.slice(0, given)).message).not.toMatch(/%s|undefined|null/);
  });
});

describe('TyrianError', () => {
  it('is an Error with a stable code and a status', () => {
    const fault = errors.NOT_FOUND(['case cas_1']);
    expect(fault).toBeInstanceOf(TyrianError);
    expect(fault).toBeInstanceOf(Error);
    expect(fault).toMatchObject({
      name: 'TyrianError',
      code: 'NOT_FOUND',
      status: 404,
      message: 'There is no case cas_1',
    });
    expect(String(fault)).toBe('TyrianError: There is no case cas_1');
    expect(fault.stack).toContain('errors.test');
  });

  it('keeps what caused it, and has no cause where there was none', () => {
    const cause = new Error('refused');
    expect(errors.DATABASE_UNAVAILABLE(['x'], { cause }).cause).toBe(cause);
    expect('cause' in errors.DATABASE_UNAVAILABLE(['x'])).toBe(false);
  });

  it('names the field that is at fault, where there is one', () => {
    expect(errors.FIELD_INVALID(['model', 'must be a string'], { param: 'model' }).param).toBe('model');
    expect(errors.FIELD_INVALID(['model', 'must be a string']).param).toBeUndefined();
  });

  it('takes details as they are, whatever they look like', () => {
    expect(errors.NOT_FOUND(['%s']).message).toBe('There is no %s');
    expect(errors.POLICY_INVALID(['$&', '$1 %s']).message).toBe('Policy $& is not valid: $1 %s');
    expect(errors.BODY_TOO_LARGE([0]).message).toBe('The body is larger than 0 bytes');
  });

  it('has nothing to say about details that nobody asked for', () => {
    expect(errors.SHUTTING_DOWN(['a secret']).message).not.toContain('secret');
  });
});
