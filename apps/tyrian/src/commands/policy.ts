import type { Command } from 'commander';
import { addLivePolicy } from './policy-live.js';

export function addPolicy(program: Command): void {
  const policy = program
    .command('policy')
    .description('What is allowed: the policy in force, and what another would change');
  addLivePolicy(policy);
}
