// How long `tyrian check "text"` takes from nothing, beside a Node that does nothing. Goal: at most 400 ms.
import { spawnSync } from 'node:child_process';
import { quantile, report, round } from './measure/process.mjs';
import { CLI } from './measure/server.mjs';

const ROUNDS = 20;
const TEXT = 'How do I bake bread without a mixer?';

function time(args) {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return performance.now() - started;
}

const [bare, check] = [[], []];
time([CLI, 'check', TEXT]);
for (let i = 0; i < ROUNDS; i++) {
  bare.push(time(['-e', '0']));
  check.push(time([CLI, 'check', TEXT]));
}
report({
  rounds: ROUNDS,
  bareNodeMsP50: round(quantile(bare, 0.5), 0),
  checkMsP50: round(quantile(check, 0.5), 0),
  checkMsP95: round(quantile(check, 0.95), 0),
});
