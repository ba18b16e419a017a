#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { addAudit } from './commands/audit.js';
import { addBackup } from './commands/backup.js';
import { addCase } from './commands/case.js';
import { addCheck } from './commands/check.js';
import { addDoctor } from './commands/doctor.js';
import { addGuard } from './commands/guard.js';
import { addInit } from './commands/init.js';
import { addKey } from './commands/key.js';
import { addLearn } from './commands/learn.js';
import { addMember } from './commands/member.js';
import { addMigrate } from './commands/migrate.js';
import { addPerson } from './commands/person.js';
import { addPolicy } from './commands/policy.js';
import { addServe } from './commands/serve.js';
import { addWebhook } from './commands/webhook.js';
import { addWorker } from './commands/worker.js';
import { EXIT, exitCodeOfFault } from './terminal/exit-code.js';
import { printFault } from './terminal/print.js';
import { VERSION } from './version.js';

/** Commands only declare themselves here; what they need is imported when they run, so that `check` starts at once. */
const program = new Command('tyrian')
  .description('Keeps generative AI safe: checks every prompt and every answer, and records what was decided.')
  .version(VERSION)
  .showHelpAfterError('(add --help for how it is used)')
  .exitOverride();

for (const add of [
  addInit,
  addDoctor,
  addServe,
  addCheck,
  addCase,
  addKey,
  addMember,
  addPolicy,
  addGuard,
  addLearn,
  addAudit,
  addWorker,
  addBackup,
  addMigrate,
  addWebhook,
  addPerson,
])
  add(program);

try {
  await program.parseAsync();
} catch (fault) {
  if (fault instanceof CommanderError) {
    process.exitCode = fault.exitCode === 0 ? EXIT.done : EXIT.badInput;
  } else {
    printFault(fault, process.argv.includes('--json'));
    process.exitCode = exitCodeOfFault(fault);
  }
}
