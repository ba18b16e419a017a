import fc from 'fast-check';

/** A key that ends so is written without the ending: the only way to say one key twice, or `__proto__`. */
const AGAIN = '~again';

/** Keys that readers of JSON trip over, and some that most tables have. */
export const oddKey = (marker: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(`__proto__${AGAIN}`, 'constructor', 'toString', 'toJSON', 'then', 'length', '', '0', marker),
    fc.constantFrom('type', 'role', 'content', 'text', 'name', 'input', 'index', 'id', 'stream', 'choices', 'n'),
    fc.string({ maxLength: 6 }),
  );

/** Values that no field expects, and ones that most do. */
export const oddValue = (marker: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom<unknown>(marker, [marker], { text: marker }, { type: 'text', text: marker }),
    },
    fc.constantFrom<unknown>(null, true, false, 0, -1, 0.5, 2 ** 53, 1e308, '', ' ', 'text', [], {}, [[]], [null], {
      toString: 1,
    }),
    fc.constantFrom('\ud800', 'a\udc00b', '\u0000', '\u202e', '\ufeff', '{"a":', '"', '\\', '\n\ndata: x\n\n'),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.jsonValue({ maxDepth: 2 }),
    fc.integer({ min: 8, max: 200 }).map(nested),
  );

function nested(depth: number): unknown {
  return depth === 0 ? 'deep' : [nested(depth - 1)];
}

/** A value as a form, or a line of a stream, says it: an object may have a `toString` that is none. */
export const asText = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

/** Says a key of the document once more, behind the first. */
export const again = (key: string): string => `${key}${AGAIN}`;

/** The document as a sender who minds no rules would write it. */
export function writeOdd(document: unknown): string {
  return JSON.stringify(document).replaceAll(`${AGAIN}"`, '"');
}
