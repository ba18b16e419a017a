import { QueryClient, queryOptions } from '@tanstack/react-query';
import { type Answer, ask, type Input, type Question } from './ask';
import { Refusal } from './refusal';
import { isSomebodyThere } from './somebody';

/** Nothing is kept in the browser beyond this page; what the server has said no to is not asked again by itself. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      gcTime: 60_000,
      retry: (count, fault) => count < 2 && !(fault instanceof Refusal && fault.status >= 400 && fault.status < 500),
    },
  },
});

/** A question as TanStack Query asks it. */
export function question<Name extends Question>(name: Name, input: Input<Name>) {
  return queryOptions<Answer<Name>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => ask(name, input, { signal, byItself: !isSomebodyThere() }),
  });
}
