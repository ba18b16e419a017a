import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errors } from '@tyrian/contracts';

/** Says where the embedded database of a data folder went. */
export const MOVED_FILE = 'moved.json';

/** Throws DATA_FOLDER_MOVED: what was written here after a move would be missing there. */
export function refuseMoved(folder: string): void {
  const file = join(folder, MOVED_FILE);
  if (!existsSync(file)) return;
  throw errors.DATA_FOLDER_MOVED([folder, destinationIn(readFileSync(file, 'utf8'))]);
}

function destinationIn(text: string): string {
  try {
    const { to } = JSON.parse(text) as { to?: unknown };
    return typeof to === 'string' ? to : 'PostgreSQL';
  } catch {
    // That there is a note says enough.
    return 'PostgreSQL';
  }
}
