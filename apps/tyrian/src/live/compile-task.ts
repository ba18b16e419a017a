import { compileAllowList, compileLexicons, type LexiconSource } from '@tyrian/guard';

/** What takes longer to compile than a request may wait. */
export type CompileTask =
  | { readonly kind: 'lexicons'; readonly sources: readonly LexiconSource[] }
  | { readonly kind: 'allow-list'; readonly phrases: readonly string[] };

export function compileTask(task: CompileTask): Uint8Array {
  return task.kind === 'lexicons' ? compileLexicons(task.sources) : compileAllowList(task.phrases);
}
