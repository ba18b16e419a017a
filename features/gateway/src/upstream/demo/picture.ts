import { crc32, deflateSync } from 'node:zlib';

/** DEMO, five rows of pixels for each letter. */
const LETTERS = [
  '####.  ##### #...# .###.',
  '#...#  #.... ##.## #...#',
  '#...#  ####. #.#.# #...#',
  '#...#  #.... #...# #...#',
  '####.  ##### #...# .###.',
];
const SCALE = 2;
const WIDTH = 64;
const HEIGHT = 32;

/** A small PNG that says DEMO on a ground of one grey, 0 to 255; its comment names the model that made nothing of it. */
export function demoPicture(grey: number): Buffer {
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH }, (_unused, x) => (isInk(x, y) ? 255 - grey : grey))]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // 8 bits, grey scale.
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from('Software\0tyrian-demo-model', 'latin1')),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function isInk(x: number, y: number): boolean {
  return LETTERS[Math.floor((y - 11) / SCALE)]?.[Math.floor((x - 8) / SCALE)] === '#';
}

/** PNG, 5.3: length, type, data and checksum. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
