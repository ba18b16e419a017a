import type { LoadedConfig } from '../config/load.js';
import { withOperator } from '../operator/with-operator.js';
import { openEndpoints } from '../outward/endpoints.js';
import type { Check } from './finding.js';

/** Whether webhooks and mail are set as they can be, and whether what was to be told has been. Sends nothing. */
export function outwardCheck(loaded: LoadedConfig): Check {
  return {
    name: 'webhooks and mail',
    async look() {
      const endpoints = openEndpoints(loaded.config, loaded.secrets);
      await Promise.all(endpoints.map((endpoint) => endpoint.close()));
      if (endpoints.length === 0)
        return {
          state: 'note',
          message: 'none: alarms are in the log only',
          remedy: 'Set webhooks or mail: see docs/guide/webhooks.md.',
        };
      const names = endpoints.map(({ interest }) => interest.name);
      const statuses = await withOperator(loaded, (operator) => operator('webhook.status', {}));
      const failing = statuses.filter(({ offAt, undelivered }) => offAt !== null || undelivered > 0);
      const [first] = failing;
      if (first === undefined) return { state: 'ok', message: names.join(', ') };
      return {
        state: 'fault',
        message: failing
          .map(
            ({ endpoint, offAt, undelivered }) =>
              `${endpoint}${offAt === null ? '' : ' is off'}: ${undelivered} undelivered`,
          )
          .join(', '),
        remedy: `Look at its receiver, then run "tyrian webhook resend ${first.endpoint}".`,
      };
    },
  };
}
