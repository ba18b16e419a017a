import { readFileSync, writeFileSync } from 'node:fs';
import { type AuditReport, Checkpoint, errors } from '@tyrian/contracts';
import type { Command } from 'commander';
import { EXIT } from '../terminal/exit-code.js';
import { printJson, table, write } from '../terminal/print.js';
import { onStore, type StoreFlags, withStoreOptions } from './store-options.js';

interface VerifyFlags extends StoreFlags {
  readonly witness?: string;
}
interface ExportFlags extends StoreFlags {
  readonly out?: string;
}

export function addAudit(program: Command): void {
  const audit = program.command('audit').description('Prove that the record was not changed');

  withStoreOptions(
    audit.command('verify').description('Recompute every chain and checkpoint; exits with 3 where something is wrong'),
  )
    .option('--witness <file>', 'a checkpoint that was exported earlier and kept elsewhere')
    .addHelpText('after', '\nExample:\n  $ tyrian audit verify --witness checkpoint-2026-11.json')
    .action(async (flags: VerifyFlags) => {
      const witness = flags.witness === undefined ? undefined : readCheckpoint(flags.witness);
      const report = await onStore(flags, (operator) => operator('audit.verify', witness ? { witness } : {}));
      if (flags.json) await printJson(report);
      else await write(`${describe(report, witness !== undefined)}\n`);
      process.exitCode = report.intact ? EXIT.done : EXIT.refused;
    });

  withStoreOptions(
    audit
      .command('export')
      .description('Sign a checkpoint of everything recorded so far; keep it where this server cannot reach'),
  )
    .option('--out <file>', 'write it there, not to standard output')
    .addHelpText('after', '\nExample:\n  $ tyrian audit export --out checkpoint-2026-11.json')
    .action(async (flags: ExportFlags) => {
      const checkpoint = await onStore(flags, (operator) => operator('audit.export', {}));
      const text = `${JSON.stringify(checkpoint, null, 2)}\n`;
      if (flags.out === undefined) return write(text);
      writeFileSync(flags.out, text);
      await write(flags.json ? `${JSON.stringify({ file: flags.out })}\n` : `Wrote ${flags.out}.\n`);
    });

  addRetention(audit);
}

/** What is kept is no secret of the store: it stands in the configuration. */
function addRetention(audit: Command): void {
  audit
    .command('retention')
    .description('Show what is kept, why, and for how long')
    .option('--config <file>', 'configuration file (default: tyrian.yaml where there is one)')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ tyrian audit retention')
    .action(async (flags: { readonly config?: string; readonly json?: boolean }) => {
      const [{ loadConfig }, { retainedOf }] = await Promise.all([
        import('../config/load.js'),
        import('../person/retained-of.js'),
      ]);
      const kept = retainedOf(loadConfig({ config: flags.config }).config);
      if (flags.json) return printJson(kept);
      const rows = kept.map(({ kind, days, what, why }) => [
        kind,
        days === null ? 'stays' : `${days} days`,
        `${what}: ${why}`,
      ]);
      await write(`${table([['kind', 'kept', 'what, and why'], ...rows])}\n`);
    });
}

function readCheckpoint(file: string): Checkpoint {
  try {
    return Checkpoint.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw errors.CHECKPOINT_INVALID([file, 'it has no body, signature, keyId and publicKey'], { cause });
  }
}

function describe(report: AuditReport, hasWitness: boolean): string {
  const counts = `${report.records} records of ${report.writers} writers, ${report.erased} erased, ${report.checkpoints} checkpoints`;
  if (!report.intact) {
    const faults = report.faults.map(
      ({ kind, writer, seq, message }) =>
        `  ${kind}${writer ? ` ${writer}${seq === undefined ? '' : ` #${seq}`}` : ''}: ${message}`,
    );
    return [`NOT INTACT: ${counts}`, ...faults, ...(report.faultsTruncated ? ['  and more'] : [])].join('\n');
  }
  const limits = hasWitness
    ? `Everything up to the witness is as it was then. ${report.uncheckpointed} records came after the last checkpoint.`
    : 'Without --witness this shows only that the record agrees with itself: whoever has the database and the keys could have rewritten both.';
  return `No fault found: ${counts}\n${limits}`;
}
