/** A character with the bytes that make it, `[start, end)`. */
export interface DecodedCharacter {
  readonly character: string;
  readonly start: number;
  readonly end: number;
}

/** The characters of well-formed UTF-8; undefined where the bytes are anything else. */
export function decodeUtf8(bytes: Uint8Array): DecodedCharacter[] | undefined {
  const characters: DecodedCharacter[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const width = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (width === 0 || at + width > bytes.length) return undefined;
    let codePoint = width === 1 ? lead : lead & (0x7f >> width);
    for (let trail = 1; trail < width; trail++) {
      const byte = bytes[at + trail] ?? 0;
      if ((byte & 0xc0) !== 0x80) return undefined;
      codePoint = (codePoint << 6) | (byte & 0x3f);
    }
    const isOverlong = (width === 3 && codePoint < 0x800) || (width === 4 && codePoint < 0x10000);
    if (isOverlong || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint < 0xe000)) return undefined;
    characters.push({ character: String.fromCodePoint(codePoint), start: at, end: at + width });
    at += width;
  }
  return characters;
}
