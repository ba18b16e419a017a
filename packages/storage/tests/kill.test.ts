import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killRounds } from './kill-rounds.js';

it('keeps what it acknowledged after kill -9, in a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tyrian-kill-'));
  await killRounds({ kind: 'embedded', folder: join(folder, 'db') }, 3);
  rmSync(folder, { recursive: true, force: true });
  expect.hasAssertions();
}, 60_000);
