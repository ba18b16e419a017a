import { once } from 'node:events';
import { TyrianError } from '@tyrian/contracts';

/** Writes to standard output and waits while its reader is slower than we are. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

export async function printJson(value: unknown): Promise<void> {
  await write(`${JSON.stringify(value, null, process.stdout.isTTY ? 2 : undefined)}\n`);
}

/** One line on standard error, as JSON where `--json` was asked for. */
export function printFault(fault: unknown, asJson: boolean): void {
  const known = fault instanceof TyrianError;
  const message = known ? fault.message : fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  const code = known ? fault.code : 'INTERNAL';
  process.stderr.write(asJson ? `${JSON.stringify({ error: { code, message } })}\n` : `tyrian: ${message} [${code}]\n`);
}

/** Columns padded to the widest cell, two spaces apart. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
