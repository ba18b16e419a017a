import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../api/ask';
import { question } from '../api/queries';
import { isRefusal } from '../api/refusal';

export type Session = Answer<'session'>;
export type Capability = Session['capabilities'][number];

/** How far somebody is in: not at all, before the one-time code, locked after a while without work, or in. */
export type Standing =
  | { readonly is: 'unknown' }
  | { readonly is: 'out' }
  | { readonly is: 'code' }
  | { readonly is: 'locked' }
  | { readonly is: 'unreachable'; readonly says: string }
  | { readonly is: 'in'; readonly session: Session };

/** Asked again every half minute, so that a locked session covers the page soon; asking is not counted as work. */
export function useStanding(): Standing {
  const { data, error } = useQuery({ ...question('session', {}), refetchInterval: 30_000, staleTime: 0 });
  if (isRefusal(error, 'SESSION_REQUIRED')) return { is: 'out' };
  if (isRefusal(error, 'CODE_REQUIRED')) return { is: 'code' };
  if (isRefusal(error, 'SESSION_LOCKED')) return { is: 'locked' };
  if (data) return { is: 'in', session: data };
  if (error) return { is: 'unreachable', says: error.message };
  return { is: 'unknown' };
}

/** What the member may do; inside the shell there always is one. */
export function useMay(): (capability: Capability) => boolean {
  const { data } = useQuery(question('session', {}));
  return (capability) => data?.capabilities.includes(capability) ?? false;
}
