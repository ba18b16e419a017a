import type { NoticeKind } from '@tyrian/contracts';

const FIRST: Record<NoticeKind, number> = {
  'child-safety': 95,
  'intimate-image': 80,
  'illegal-content': 50,
  rights: 40,
  'model-or-adapter': 40,
};
const TRUSTED = 15;
const UNFOUNDED = 10;
const LOWEST = 5;

/**
 * How soon a notice is looked at; 100 comes first. Whoever was rejected as manifestly unfounded before comes later, never
 * not at all, and where a child or an intimate image is at stake not even later: the next one may be true.
 */
export function noticePriority(kind: NoticeKind, from: { isTrusted: boolean; unfounded: number }): number {
  const first = FIRST[kind] + (from.isTrusted ? TRUSTED : 0);
  if (kind === 'child-safety' || kind === 'intimate-image') return Math.min(first, 100);
  return Math.max(LOWEST, first - UNFOUNDED * from.unfounded);
}
