import type { Content, Signal } from '@tyrian/contracts';
import type { AllowList } from './allow-list.js';
import type { Look } from './look.js';
import type { Switched } from './switches.js';

/** Marks what counts for locked rules only. The signals stay, so that the record tells and a replay is right. */
export function setAside(
  looks: readonly Look[],
  contents: readonly Content[],
  { isMuted }: Pick<Switched, 'isMuted'>,
  allowList: AllowList | undefined,
): readonly Signal[] {
  if (!isMuted && !allowList) return looks.flatMap(({ signals }) => signals);
  const textAt = new Map<string, string>();
  if (allowList)
    for (const content of contents) if (content.modality === 'text') textAt.set(content.place, content.text);
  const allowedAt = new Map<string, (spans: Signal['spans']) => boolean>();

  function isAllowed({ place, spans }: Signal): boolean {
    const text = textAt.get(place);
    if (text === undefined || !allowList) return false;
    const within = allowedAt.get(place) ?? allowList.within(text);
    allowedAt.set(place, within);
    return within(spans);
  }

  return looks.flatMap(({ signals }) =>
    signals.map((signal) => {
      const muted = isMuted?.(signal) && { muted: true as const };
      const allowed = isAllowed(signal) && { allowed: true as const };
      return muted || allowed ? { ...signal, ...muted, ...allowed } : signal;
    }),
  );
}
