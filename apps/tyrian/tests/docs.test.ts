import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tyrian } from './_program.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

function pages(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

describe('docs', () => {
  it.each([
    ['pages', 'scripts/build-docs.mjs'],
    ["types of the console's client", 'scripts/build-console-client.mjs'],
  ])(
    'show the generated %s as the code would write them now',
    (_what, script) => {
      const checked = spawnSync(process.execPath, [script, '--check'], { cwd: root, encoding: 'utf8' });
      expect(checked.stderr).toBe('');
      expect(checked.status).toBe(0);
    },
    120_000,
  );

  it.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...pages('docs')])(
    '%s links to nothing that is not there',
    (page) => {
      const prose = read(page).replace(/`[^`\n]*`/g, '');
      const links = [...prose.matchAll(/\]\(([^)#\s]+)/g)].map(([, target = '']) => target);
      const missing = links.filter(
        (target) => !/^[a-z]+:/.test(target) && !existsSync(resolve(root, dirname(page), target)),
      );
      expect(missing).toEqual([]);
    },
  );

  it('show in the README what the command prints', async () => {
    const examples = [...read('README.md').matchAll(/```console\n\$ tyrian (check "[^"]+")\n([\s\S]*?)```/g)];
    expect(examples.length).toBeGreaterThan(0);
    for (const [, command = '', shown] of examples) {
      const [verb = '', text = ''] = command.split(/ "|"$/);
      expect((await tyrian([verb, text])).out.trim()).toBe(shown?.trim());
    }
  });

  it('name every setting', async () => {
    const { Config } = await import('../src/config/config.js');
    for (const setting of Object.keys(Config.shape))
      expect(read('docs/reference/configuration.md')).toContain(`| \`${setting}\` |`);
  });

  it('have an example in the help of every command', async () => {
    for (const command of [
      'init',
      'doctor',
      'serve',
      'check',
      'case list',
      'case show',
      'case decide',
      'case take',
      'case hand-back',
      'case skip',
      'case escalate',
      'case undo',
      'policy list',
      'policy lint',
      'policy test',
      'policy diff',
      'policy explain',
      'policy render',
      'policy fairness',
      'guard compare',
      'key create',
      'key list',
      'key show',
      'key revoke',
      'key rotate',
      'member list',
      'member invite',
      'member change',
      'member disable',
      'member reset',
      'learn feedback',
      'audit verify',
      'audit export',
      'audit retention',
      'person export',
      'person erase',
      'person hold set',
      'person hold list',
      'person hold lift',
      'person request add',
      'person request list',
      'person request show',
      'person request preserve',
      'person request export',
      'person request close',
      'worker',
      'backup create',
      'backup restore',
      'migrate',
      'webhook list',
      'webhook test',
      'webhook resend',
      'webhook listen',
    ]) {
      const { code, out } = await tyrian([...command.split(' '), '--help']);
      expect([code, out.includes('Example:'), out.includes('--json') || command === 'audit export'], command).toEqual([
        0,
        true,
        true,
      ]);
    }
  }, 120_000);
});
