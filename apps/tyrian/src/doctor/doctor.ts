import { readLock } from '@tyrian/storage';
import type { LoadedConfig } from '../config/load.js';
import { choosePolicy } from '../library/choose-policy.js';
import { createEmbeddedGuard } from '../library/embedded-guard.js';
import { notProtected } from '../serve/not-protected.js';
import { EXIT } from '../terminal/exit-code.js';
import { printJson, table, write } from '../terminal/print.js';
import { type Check, type Finding, runCheck } from './finding.js';
import { guardModelCheck } from './guard-model-check.js';
import { dataFolderCheck, memoryCheck, nodeCheck, portCheck } from './machine-checks.js';
import { outwardCheck } from './outward-check.js';
import {
  configCheck,
  databaseCheck,
  helpLinesCheck,
  keysCheck,
  policyCheck,
  upstreamCheck,
} from './platform-checks.js';

const MARK: Record<Finding['state'], string> = { ok: 'ok', note: 'note', fault: 'FAULT' };

/** Runs every check and prints what it found; returns the exit code. */
export async function doctor(loaded: LoadedConfig, { json }: { json: boolean }): Promise<number> {
  const { config } = loaded;
  const checks: Check[] = [
    nodeCheck,
    memoryCheck,
    configCheck(loaded),
    policyCheck(loaded),
    helpLinesCheck(config),
    dataFolderCheck(config),
    keysCheck(loaded),
    databaseCheck(loaded),
    portCheck(config, readLock(config.data) !== undefined),
    upstreamCheck(loaded),
    guardModelCheck(loaded),
    outwardCheck(loaded),
  ];
  const findings: Finding[] = [];
  for (const check of checks) findings.push(await runCheck(check));
  // The policy is not what decides what detectors see, and a wrong one is a finding of its own.
  const unprotected = notProtected(createEmbeddedGuard({ policy: choosePolicy('open-chat') }).coverage(), config);
  if (json) await printJson({ findings, notProtected: unprotected });
  else await write(`${describe(findings)}\n\nNot protected:\n${unprotected.map((line) => `  - ${line}`).join('\n')}\n`);
  return findings.some(({ state }) => state === 'fault') ? EXIT.fault : EXIT.done;
}

function describe(findings: readonly Finding[]): string {
  const rows = findings.map(({ check, state, message, remedy }) => [
    MARK[state],
    check,
    remedy ? `${message}. ${remedy}` : message,
  ]);
  return table(rows);
}
