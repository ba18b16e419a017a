import { isObject, type JsonObject } from '../../../fields/field.js';

/** A transcript as SubRip (`srt`) or WebVTT (`vtt`), written from the segments that were checked. */
export function subtitles(body: JsonObject, format: 'srt' | 'vtt'): string {
  const segments = Array.isArray(body.segments) ? body.segments.filter(isObject) : [];
  const cues = segments.map((segment, index) => {
    const times = [segment.start, segment.end].map((seconds) => timestamp(Number(seconds ?? 0), format)).join(' --> ');
    const text = lineOf(segment.text);
    return format === 'srt' ? `${index + 1}\n${times}\n${text}\n` : `${times}\n${text}\n`;
  });
  return format === 'srt' ? cues.join('\n') : ['WEBVTT\n', ...cues].join('\n');
}

/** A blank line or an arrow in a text would begin a cue of its own. */
function lineOf(text: unknown): string {
  return String(text ?? '')
    .trim()
    .replace(/\s*[\r\n]\s*/g, '\n')
    .replaceAll('-->', '->');
}

/** `00:01:02,345`, with a point in WebVTT. */
function timestamp(seconds: number, format: 'srt' | 'vtt'): string {
  const total = Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1000) : 0;
  const [hours, minutes, rest] = [Math.floor(total / 3_600_000), Math.floor(total / 60_000) % 60, total % 60_000];
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  const mark = format === 'srt' ? ',' : '.';
  return `${pad(hours, 2)}:${pad(minutes, 2)}:${pad(Math.floor(rest / 1000), 2)}${mark}${pad(rest % 1000, 3)}`;
}
