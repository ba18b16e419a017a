import { type FoundGuardModel, findGuardModels } from '@tyrian/guard-remote';
import type { LoadedConfig } from '../config/load.js';
import { openGuardModel } from '../live/guard-models.js';
import type { NamedGuardModel } from '../live/in-force.js';
import { withOperator } from '../operator/with-operator.js';
import type { Check, Finding } from './finding.js';

const ANSWER_MS = 10_000;

/** Whether the guard models in force answer, and which run on this machine and are not in force. */
export function guardModelCheck(
  loaded: LoadedConfig,
  find: () => Promise<readonly FoundGuardModel[]> = () => findGuardModels({ signal: AbortSignal.timeout(ANSWER_MS) }),
): Check {
  return {
    name: 'guard models',
    async look() {
      const inForce = await withOperator(loaded, async (operator) => (await operator('guard.list', {})).guards);
      for (const guard of inForce) {
        const fault = await faultOf(guard, loaded);
        if (fault !== undefined) return fault;
      }
      const found = (await find()).filter((one) => !inForce.some(({ setting }) => isSame(setting, one)));
      const names = inForce.map(({ name }) => name).join(', ');
      const [first] = found;
      if (first !== undefined)
        return {
          state: 'note',
          message: `${found.map(({ model, url }) => `${model} at ${url}`).join(', ')} could judge as well`,
          remedy: `Put it into force: ${commandFor(first)}`,
        };
      if (inForce.length > 0) return { state: 'ok', message: `${names} answers` };
      return {
        state: 'note',
        message: 'none in force and none found on this machine: what words do not show, nothing here sees',
        remedy: 'Run one, for example "ollama run llama-guard3:1b", and look again.',
      };
    },
  };
}

async function faultOf(guard: NamedGuardModel, { secrets }: LoadedConfig): Promise<Omit<Finding, 'check'> | undefined> {
  try {
    const model = openGuardModel(guard, secrets.guardKeys);
    try {
      const signal = AbortSignal.timeout(ANSWER_MS);
      await model.judge({ stage: model.stages[0] ?? 'input', turns: [{ role: 'user', text: 'Hello' }] }, { signal });
      return undefined;
    } finally {
      await model.close();
    }
  } catch (fault) {
    return {
      state: guard.setting.optional ? 'note' : 'fault',
      message: fault instanceof Error ? fault.message : String(fault),
      remedy: guard.setting.optional
        ? 'It is optional: what it would have judged counts as not covered.'
        : `Until it answers, what it should judge is refused; "tyrian guard remove ${guard.name}" takes it out.`,
    };
  }
}

function isSame({ url, model }: NamedGuardModel['setting'], found: FoundGuardModel): boolean {
  return model === found.model && new URL(url).host === new URL(found.url).host;
}

function commandFor({ family, url, model, server }: FoundGuardModel): string {
  return `tyrian guard add local --family ${family} --server ${server} --url ${url} --model ${model} --by YOU`;
}
