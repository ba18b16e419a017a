import { describe, expect, it } from 'vitest';
import { contentShown } from './view.js';

const content = {
  prompt: [
    { modality: 'text', place: 'a', text: 'a zorblax' },
    { modality: 'image', place: 'b', source: 'data:image/png;base64,AAAA' },
  ],
  sender: { account: 'u-9', source: 'app' },
};

describe('what is shown of sealed content', () => {
  it('is text alone, where that was asked for', () => {
    expect(JSON.stringify(contentShown(content, 'text'))).not.toContain('AAAA');
    expect(contentShown(content, 'text')).toMatchObject({
      prompt: [{ text: 'a zorblax' }, { modality: 'image', place: 'b' }],
      sender: content.sender,
    });
  });

  it.each(['blurred', 'thumbnail', 'entire'] as const)('is all of it for %s', (view) => {
    expect(contentShown(content, view)).toEqual(content);
  });
});
