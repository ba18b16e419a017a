/** Writes the smallest ONNX model that classifies: each token has a row of logits, and the highest of a text counts. */
export function onnxModelOf(table: readonly (readonly number[])[], outputType: 1 | 10 = 1): Uint8Array {
  const labels = table[0]?.length ?? 0;
  const floats = Float32Array.from(table.flat());
  const weights = message([1, [table.length, labels]], [2, 1], [8, 'table'], [9, new Uint8Array(floats.buffer)]);
  const axes = message([1, [1]], [2, 7], [8, 'axes'], [7, [2]]);
  const graph = message(
    [1, node('Gather', ['table', 'input_ids'], 'rows')],
    [1, node('Cast', ['attention_mask'], 'mask', message([1, 'to'], [3, 1], [20, 2]))],
    [1, node('Unsqueeze', ['mask', 'axes'], 'column')],
    [1, node('Mul', ['rows', 'column'], 'kept')],
    [1, node('ReduceMax', ['kept'], 'highest', attribute('axes', [1]), attribute('keepdims', 0))],
    [1, node('Cast', ['highest'], 'logits', message([1, 'to'], [3, outputType], [20, 2]))],
    [2, 'words'],
    [5, weights],
    [5, axes],
    [11, value('input_ids', 7, 'batch', 'sequence')],
    [11, value('attention_mask', 7, 'batch', 'sequence')],
    [12, value('logits', outputType, 'batch', 'labels')],
  );
  return message([1, 8], [7, graph], [8, message([1, ''], [2, 13])]);
}

type Field = readonly [number: number, value: number | string | Uint8Array | readonly number[]];

const node = (kind: string, inputs: readonly string[], output: string, ...attributes: Uint8Array[]) =>
  message(
    ...inputs.map((input): Field => [1, input]),
    [2, output],
    [4, kind],
    ...attributes.map((one): Field => [5, one]),
  );
const attribute = (name: string, given: number | readonly number[]) =>
  typeof given === 'number'
    ? message([1, name], [3, given], [20, 2])
    : message([1, name], ...given.map((one): Field => [8, one]), [20, 7]);
const value = (name: string, type: number, ...dimensions: string[]) =>
  message(
    [1, name],
    [2, message([1, message([1, type], [2, message(...dimensions.map((one): Field => [1, message([2, one])]))])])],
  );

/** Protocol buffers: numbers as varints, lists of numbers packed. */
function message(...fields: readonly Field[]): Uint8Array {
  return Buffer.concat(
    fields.flatMap(([number, given]) => {
      if (typeof given === 'number') return [varint(number << 3), varint(given)];
      const bytes = given instanceof Uint8Array ? given : bytesOf(given);
      return [varint((number << 3) | 2), varint(bytes.length), bytes];
    }),
  );
}

function bytesOf(given: string | readonly number[]): Uint8Array {
  return typeof given === 'string' ? Buffer.from(given, 'utf8') : Buffer.concat(given.map(varint));
}

function varint(number: number): Uint8Array {
  const bytes: number[] = [];
  let left = number;
  for (; left > 0x7f; left = Math.floor(left / 128)) bytes.push((left & 0x7f) | 0x80);
  return Uint8Array.from([...bytes, left]);
}
