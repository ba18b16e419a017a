import type { ViewKind } from '@tyrian/contracts';

/** What is shown of sealed content. Whoever asks for text alone is sent no image, sound or file, also not unseen. */
export function contentShown(content: object, view: ViewKind): object {
  return view === 'text' ? (withoutMedia(content) as object) : content;
}

function withoutMedia(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMedia);
  if (typeof value !== 'object' || value === null) return value;
  const isMedia = 'modality' in value && value.modality !== 'text' && 'source' in value;
  const fields = Object.entries(value).filter(([name]) => !(isMedia && name === 'source'));
  return Object.fromEntries(fields.map(([name, inner]) => [name, withoutMedia(inner)]));
}
