import { describe, expect, it } from 'vitest';
import { createLog, REDACTED } from './log.js';

describe('log', () => {
  it('never writes what could hold content, at the top or one level down', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => void lines.push(line) });
    for (const name of REDACTED) {
      log.info({ [name]: 'zorblax', inner: { [name]: 'zorblax' } }, 'said');
    }
    expect(lines).toHaveLength(REDACTED.length);
    expect(lines.join('')).not.toContain('zorblax');
  });
});
