/** Writes a table as SentencePiece has it, for a few entries: a double array over the UTF-8 of what is replaced. */
export function charsmapOf(entries: Readonly<Record<string, string>>): string {
  let texts = Buffer.alloc(0);
  const root = new Map<number, Node>();
  for (const [from, to] of Object.entries(entries)) {
    let children = root;
    let node: Node | undefined;
    for (const byte of Buffer.from(from, 'utf8')) {
      node = children.get(byte) ?? { children: new Map() };
      children.set(byte, node);
      children = node.children;
    }
    if (node) node.value = texts.length;
    texts = Buffer.concat([texts, Buffer.from(`${to}\0`, 'utf8')]);
  }
  const units = [0];
  const isTaken = new Set([0]);
  place({ children: root }, 0, 0, units, isTaken);
  // Blocks of 256, so that no byte leads out of it.
  const length = (units.length | 0xff) + 1;
  const array = Buffer.alloc(4 + length * 4);
  array.writeUInt32LE(length * 4, 0);
  for (let at = 0; at < length; at++) array.writeUInt32LE(units[at] ?? 0, 4 + at * 4);
  return Buffer.concat([array, texts]).toString('base64');
}

interface Node {
  readonly children: Map<number, Node>;
  value?: number;
}

function place(node: Node, at: number, label: number, units: number[], isTaken: Set<number>): void {
  const labels = [...(node.value === undefined ? [] : [0]), ...node.children.keys()];
  let base = 1;
  while (labels.some((one) => isTaken.has(base ^ one))) base++;
  for (const one of labels) isTaken.add(base ^ one);
  units[at] = (((at ^ base) << 10) | (node.value === undefined ? 0 : 1 << 8) | label) >>> 0;
  if (node.value !== undefined) units[base] = (node.value | (1 << 31)) >>> 0;
  for (const [byte, child] of node.children) place(child, base ^ byte, byte, units, isTaken);
}
