import { describe, expect, it } from 'vitest';
import { subtitles } from './subtitles.js';

const body = {
  segments: [
    { start: 0, end: 1.5, text: ' Hello.' },
    { start: 3_725.004, end: 3_726, text: 'two\n\nlines --> here ' },
  ],
};

describe('subtitles', () => {
  it('are written as SubRip', () => {
    expect(subtitles(body, 'srt')).toBe(
      '1\n00:00:00,000 --> 00:00:01,500\nHello.\n\n2\n01:02:05,004 --> 01:02:06,000\ntwo\nlines -> here\n',
    );
  });

  it('are written as WebVTT', () => {
    expect(subtitles(body, 'vtt')).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:01.500\nHello.\n\n01:02:05.004 --> 01:02:06.000\ntwo\nlines -> here\n',
    );
  });

  it('are empty where nothing was said', () => {
    expect([subtitles({}, 'srt'), subtitles({}, 'vtt')]).toEqual(['', 'WEBVTT\n']);
  });
});
