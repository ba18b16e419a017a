import fc from 'fast-check';
import { isMap, isPair, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';

/** Pieces that readers of YAML trip over. */
const PIECE = fc.oneof(
  fc.constantFrom('a', 'rules', '1', '- ', ': ', '? ', '[', ']', '{', '}', ',', '\n', '\n  ', '\n    ', '\t', ' #x'),
  fc.constantFrom('&a ', '*a', '*b', '!!set ', '!!binary ', '!x ', '<<: *a', '|\n', '>-\n', '"', "'", '---\n', '...\n'),
  fc.constantFrom('%YAML 1.1\n---\n', '%TAG ! x\n', '__proto__: ', '~', '.nan', '.inf', '0x10', '1e400', '\u0000'),
  fc.constantFrom('\ufeff', '\u2028', '\ud800', '\u202e', '\r', '@x', '`'),
);

const nested = (open: string) => fc.integer({ min: 1, max: 1_000 }).map((depth) => open.repeat(depth));

/** Each name stands for ten of the one before: one line more is ten times the size. */
export function manyLaughs(levels: number, head = ''): string {
  const rows = Array.from({ length: levels }, (_, at) => `a${at}: &a${at} [${at ? `*a${at - 1}, `.repeat(10) : 'x'}]`);
  return `${head}${rows.join('\n')}\n`;
}

/** Texts that are hardly ever a file of ours, and are YAML or nearly. */
export const anyYaml: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(PIECE, { maxLength: 25 }).map((pieces) => pieces.join('')) },
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.json(),
  fc.constantFrom('[', '{', '- ', '? ', '[{', '{a: ', '!', '&a ', '"', 'a: ').chain(nested),
  fc.integer({ min: 1, max: 12 }).map((levels) => manyLaughs(levels)),
  fc.integer({ min: 1, max: 12 }).map((levels) => manyLaughs(levels, '%YAML 1.1\n---\n').replaceAll('[', '{<<: [')),
);

const ODD = fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, '', ' ', 'a', [], {}, [[]], [null], { a: 1 }, [{}]);

interface Change {
  readonly how: 'delete' | 'double' | 'replace' | 'rename' | 'borrow';
  /** Which of the places of the document, 0 to 1, and which other. */
  readonly where: number;
  readonly from: number;
  readonly value: unknown;
}

const at = fc.noBias(fc.nat({ max: 99_999 })).map((one) => one / 100_000);
const CHANGE: fc.Arbitrary<Change> = fc.record({
  how: fc.constantFrom('delete', 'double', 'replace', 'rename', 'borrow'),
  where: at,
  from: at,
  value: fc.oneof(ODD, fc.jsonValue({ maxDepth: 2 })),
});

/** The file with some of its nodes gone, doubled, replaced, renamed or put elsewhere, or with its text cut and patched. */
export function mutatedYaml(text: string): fc.Arbitrary<string> {
  const byNode = fc.array(CHANGE, { minLength: 1, maxLength: 3 }).map((changes) => {
    const document = parseDocument(text);
    for (const change of changes) apply(change, placesIn(document.contents));
    return document.toString();
  });
  const byText = fc.tuple(at, fc.nat({ max: 30 }), PIECE).map(([where, gone, piece]) => {
    const from = Math.floor(where * text.length);
    return text.slice(0, from) + piece + text.slice(from + gone);
  });
  return fc.oneof({ weight: 2, arbitrary: byNode }, byText);
}

interface Place {
  readonly holder: YAMLMap | YAMLSeq;
  readonly index: number;
}

function placesIn(node: unknown): Place[] {
  if (!isMap(node) && !isSeq(node)) return [];
  return node.items.flatMap((item, index) => [{ holder: node, index }, ...placesIn(isPair(item) ? item.value : item)]);
}

function apply({ how, where, from, value }: Change, places: readonly Place[]): void {
  const place = places[Math.floor(where * places.length)];
  const other = places[Math.floor(from * places.length)];
  if (!place || !other) return;
  const items: unknown[] = place.holder.items;
  const item = items[place.index];
  if (how === 'delete') items.splice(place.index, 1);
  else if (how === 'double') items.splice(place.index, 0, isPair(item) ? item.clone() : item);
  else if (!isPair(item)) items[place.index] = how === 'borrow' ? plainOf(other) : value;
  else if (how === 'rename') item.key = String(value);
  else item.value = how === 'borrow' ? plainOf(other) : value;
}

function plainOf({ holder, index }: Place): unknown {
  const values: unknown[] = Object.values(Object(holder.toJSON()));
  return values[index];
}
