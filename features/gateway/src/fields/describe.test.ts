import { describe, expect, it } from 'vitest';
import { describeFields, fieldTables } from './describe.js';
import { readWalk } from './reading.js';
import { createWalk } from './walk.js';
import { walkDocument } from './walk-document.js';

/** What the guard would get of a document. */
function seen(door: string, direction: string, document: object): string[] {
  const table = fieldTables.find((one) => one.door === door && one.direction === direction);
  if (!table) throw new Error('no such table');
  const walk = createWalk(direction === 'request' ? 'request' : 'answer');
  walkDocument(table.root, document, walk);
  return readWalk(walk, direction === 'request' ? 'input' : 'output').contents.map((content) =>
    content.modality === 'text' ? content.text : content.source,
  );
}

const rows = describeFields().map((row) => ({ ...row, title: `${row.door} ${row.direction} ${row.path}` }));

describe('the table of fields', () => {
  it.each(rows.filter((row) => row.checked))('hands $title to the guard', ({ door, direction, kind, example }) => {
    const document = structuredClone(example('zorblax')) as object;
    const wanted = ['image', 'audio', 'file'].includes(kind) ? JSON.stringify(document) : undefined;
    const found = seen(door, direction, document);
    expect(found.some((text) => text.includes('zorblax') || wanted?.includes(JSON.stringify(text)))).toBe(true);
  });

  it.each(rows.filter((row) => !row.checked))('takes $title without a text', ({ door, direction, example }) => {
    const before = JSON.stringify(example('zorblax'));
    expect(before).not.toContain('zorblax');
    const document = structuredClone(example('zorblax')) as object;
    seen(door, direction, document);
    // Padding is replaced by our own, and a piece of a call without a position gets one.
    if (/"obfuscation"|"delta":\{"tool_calls":\[\{"type"/.test(before)) return;
    expect(JSON.stringify(document)).toBe(before);
  });

  it('lists every field once', () => {
    const titles = rows.map((row) => `${row.title} ${row.kind}`);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([
      // A string, or a list of parts whose rows follow.
      ...titles.filter((title) => title === 'openai.chat request messages[].content text').slice(1),
    ]);
  });
});
