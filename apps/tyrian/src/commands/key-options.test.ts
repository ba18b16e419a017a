import { KeyBinding } from '@tyrian/contracts';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { type BindingFlags, bindingOf, describeBinding, withBindingOptions } from './key-options.js';

function parsed(...args: string[]) {
  const command = withBindingOptions(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  command.parse(args, { from: 'user' });
  return bindingOf(command.opts<BindingFlags>());
}

describe('what a key is bound to on the command line', () => {
  it('is nothing where nothing is said', () => {
    expect(KeyBinding.parse(parsed())).toEqual(KeyBinding.parse({}));
    expect(describeBinding(KeyBinding.parse({}))).toContain('budget     no limits');
  });

  it('is all that is said', () => {
    const limits = ['--per-minute', '60', '--per-day', '5000', '--characters-per-day', '1000000', '--streams', '4'];
    const binding = parsed('--policy', 'children', '--upstream', 'local', '--claimed', 'adult', ...limits);
    expect(binding).toMatchObject({
      policy: 'children',
      upstream: 'local',
      claimed: 'adult',
      budget: { requestsPerMinute: 60, requestsPerDay: 5000, charactersPerDay: 1_000_000, streams: 4 },
    });
    expect(describeBinding(KeyBinding.parse(binding))).toContain(
      'budget     60 requests a minute, 5000 requests a day, 1000000 characters a day, 4 streams at a time',
    );
  });

  it('ends at a date, or so long from now', () => {
    expect(parsed('--expires', '2030-01-01').expiresAt).toBe(Date.UTC(2030, 0, 1));
    const inAnHour = parsed('--expires', '1h').expiresAt ?? 0;
    expect(Math.abs(inAnHour - Date.now() - 3_600_000)).toBeLessThan(10_000);
    expect(() => parsed('--expires', 'soon')).toThrow();
  });
});
