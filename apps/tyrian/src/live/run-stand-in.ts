import { errors } from '@tyrian/contracts';
import { STAND_IN_FAMILIES, STAND_IN_WORDS, startGuardStandIn } from '@tyrian/guard-remote';
import { untilStopped } from '../serve/shutdown.js';
import { printJson, write } from '../terminal/print.js';

/** Runs a stand-in until the process is told to stop. Throws GUARD_MODEL_INVALID for a family that it cannot feign. */
export async function runStandIn({
  family,
  port,
  json,
}: {
  readonly family: string;
  readonly port: number;
  readonly json?: boolean;
}): Promise<void> {
  const known = STAND_IN_FAMILIES.find((one) => one === family);
  if (known === undefined)
    throw errors.GUARD_MODEL_INVALID(['stand-in', `families are ${STAND_IN_FAMILIES.join(', ')}`]);
  const standIn = await startGuardStandIn({ family: known, port });
  try {
    const words = Object.entries(STAND_IN_WORDS).map(([word, hazard]) => `${word} (${hazard})`);
    if (json) await printJson({ url: standIn.url, model: standIn.model, words: STAND_IN_WORDS });
    else
      await write(
        `A stand-in for ${known} listens at ${standIn.url} as ${standIn.model}.\n` +
          `It is no model. It calls harmful what holds one of these words: ${words.join(', ')}.\n` +
          'Press Ctrl+C to stop it.\n',
      );
    await untilStopped();
  } finally {
    await standIn.close();
  }
}
