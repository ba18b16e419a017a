import { createHash } from 'node:crypto';
import { closeSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { LegalRequestId } from '@tyrian/contracts';
import { onStore, type StoreFlags } from '../commands/store-options.js';
import { openNew } from './export-person.js';

export interface HandedBy {
  readonly file: string;
  readonly by: string;
  readonly second: string | null;
  readonly solo: string | null;
}

/** Writes what a request asks for and no more. The file takes its name only once the record says that it was made. */
export async function exportRequest(flags: StoreFlags, id: LegalRequestId, { file, by, second, solo }: HandedBy) {
  const part = `${file}.part`;
  const out = openNew(file, part);
  const hash = createHash('sha256');
  const put = (text: string) => {
    hash.update(text);
    writeSync(out, text);
  };
  try {
    const done = await onStore(flags, async (operator) => {
      const { request } = await operator('request.handing', { id, by, second, solo });
      const { kind, authority, basis, reference, jurisdiction, content } = request;
      const head = { schemaVersion: 1, request: { id, kind, authority, basis, reference, jurisdiction, content } };
      put(`${JSON.stringify(head).slice(0, -1)},"pages":[`);
      const counts = { records: 0, sealed: 0 };
      const leftOut: Record<string, number> = {};
      for (let after: string | null = ''; after !== null; ) {
        const page: Awaited<ReturnType<typeof operator<'request.page'>>> = await operator('request.page', {
          id,
          by,
          after,
        });
        put(`${after === '' ? '' : ','}\n${JSON.stringify({ records: page.records, sealed: page.sealed })}`);
        counts.records += page.records.length;
        counts.sealed += page.sealed.length;
        for (const [what, count] of Object.entries(page.leftOut)) leftOut[what] = (leftOut[what] ?? 0) + count;
        after = page.next;
        if (after !== null) process.stderr.write(`${counts.records} records\n`);
      }
      put(`],\n"leftOut":${JSON.stringify(leftOut)}}\n`);
      const sha256 = hash.digest('hex');
      await operator('request.exported', { id, by, second, solo, sha256, counts });
      return { file, sha256, ...counts, leftOut };
    });
    closeSync(out);
    renameSync(part, file);
    return done;
  } catch (fault) {
    rmSync(part, { force: true });
    throw fault;
  }
}
