import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { errors } from '@tyrian/contracts';
import type { AskedPerson } from '../commands/person-options.js';
import { onStore, type StoreFlags } from '../commands/store-options.js';
import { loadConfig } from '../config/load.js';
import { retainedOf } from './retained-of.js';

/** Writes page by page, in constant memory; the file is whole or not there. */
export async function exportPerson(flags: StoreFlags, asked: AskedPerson, { by, file }: { by: string; file: string }) {
  const { config } = loadConfig({ config: flags.config, data: flags.data, database: flags.database });
  const part = `${file}.part`;
  const out = openNew(file, part);
  try {
    const put = (text: string) => writeSync(out, text);
    const counts = await onStore(flags, async (operator) => {
      const counts = { records: 0, sealed: 0, cases: 0 };
      const head = { schemaVersion: 1, person: asked, madeAt: new Date().toISOString(), kept: retainedOf(config) };
      put(`${JSON.stringify(head).slice(0, -1)},"pages":[`);
      for (let after: string | null = ''; after !== null; ) {
        const page: Awaited<ReturnType<typeof operator<'person.page'>>> = await operator('person.page', {
          ...asked,
          by,
          after,
        });
        const { next, ...told } = page;
        put(`${after === '' ? '' : ','}\n${JSON.stringify(told)}`);
        for (const kind of ['records', 'sealed', 'cases'] as const) counts[kind] += told[kind].length;
        after = next;
        if (after !== null) process.stderr.write(`${counts.records} records\n`);
      }
      const rest = await operator('person.standing', { ...asked, by, counts });
      put(`],\n${JSON.stringify(rest).slice(1)}\n`);
      return { ...counts, strikes: rest.strikes.length, steps: rest.steps.length };
    });
    closeSync(out);
    renameSync(part, file);
    return { file, ...counts };
  } catch (fault) {
    rmSync(part, { force: true });
    throw fault;
  }
}

/** Nobody else may read it. */
export function openNew(file: string, part: string): number {
  try {
    closeSync(openSync(file, 'wx', 0o600));
    rmSync(file);
    return openSync(part, 'w', 0o600);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST')
      throw errors.INVALID_INPUT([`there is a file ${file} already`]);
    throw errors.INVALID_INPUT([`${file} cannot be written`], { cause });
  }
}
