import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { anyYaml, manyLaughs } from '../../tests/_yaml.js';
import { readYaml, YAML_LIMITS, YamlError } from './read-yaml.js';

const read = (text: string, limits = {}) => readYaml(text, { ...YAML_LIMITS, ...limits }).value;
const saying = (message: string, line: number) => expect.objectContaining({ message, line });

function outcomeOf(text: string): { readonly value: unknown } | YamlError {
  try {
    return readYaml(text);
  } catch (fault) {
    if (fault instanceof YamlError) return fault;
    throw fault;
  }
}

describe('readYaml', () => {
  it('gives what YAML says, or a YamlError that names a line', () => {
    fc.assert(
      fc.property(anyYaml, (text) => {
        const outcome = outcomeOf(text);
        if (outcome instanceof YamlError) {
          expect(outcome.line).toBeGreaterThan(0);
          expect(outcome.line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length + 1);
        }
      }),
      { numRuns: 120 },
    );
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(read(JSON.stringify(value))).toEqual(parse(JSON.stringify(value)));
      }),
    );
  });

  it('says in which line a key stands twice, also where JavaScript alone holds two for one', () => {
    expect(() => read('a: 1\nb:\n  c: 1\n  d: 2\n  c: 3')).toThrow(
      saying('Map keys must be unique at line 5, column 3', 5),
    );
    expect(() => read('1: a\n"1": b')).toThrow(saying('Map keys must be unique at line 2, column 1', 2));
    expect(() => read('a: 1\n? [b]\n: 2')).toThrow(YamlError);
    expect(read('a: { c: 1 }\nb: { c: 1 }')).toEqual({ a: { c: 1 }, b: { c: 1 } });
  });

  it('bounds depth, size and what aliases make of it', () => {
    expect(() => read('a:\n- [[[1]]]', { levels: 4 })).toThrow(
      saying('it is nested deeper than 4 levels at line 2, column 5', 2),
    );
    expect(read('[[[1]]]', { levels: 3 })).toEqual([[[1]]]);
    expect(() => read('['.repeat(50_000))).toThrow(/nested deeper than 24 levels/);
    expect(() => read('a: &a [[1]]\nb: &b [[*a]]\nc: [*b]', { levels: 5 })).toThrow(/deeper than 5/);
    expect(() => read('12345', { characters: 4 })).toThrow(/longer than 4 characters/);
    expect(() => read('[1, 2, 3]', { values: 2 })).toThrow(/more than 2 values/);
    expect(() => read('a: &a [1, 2, 3]\nb: [*a, *a, *a]', { values: 12 })).toThrow(/more than 12 values/);
    for (const head of ['', '%YAML 1.1\n---\n']) expect(() => read(manyLaughs(12, head))).toThrow(/alias/);
    expect(() => read('a: *b')).toThrow(/[Uu]nresolved alias/);
  });

  it('takes no tags and merges, whatever version the file claims', () => {
    expect(read('%YAML 1.1\n---\na: &a { x: 1 }\nb: { <<: *a }\nc: yes\nd: 2001-01-01')).toEqual({
      a: { x: 1 },
      b: { '<<': { x: 1 } },
      c: 'yes',
      d: '2001-01-01',
    });
    expect(read('a: !!binary aGk=\nb: !!set { c, d }')).toEqual({ a: 'aGk=', b: { c: null, d: null } });
  });
});
