import type { AlarmEvent } from '@tyrian/contracts';

/** So many are named; the others are counted. */
const NAMED = 100;

export interface AlarmMail {
  readonly subject: string;
  readonly text: string;
}

/** One mail for several alarms: codes, ids and times. */
export function alarmMail(alarms: readonly AlarmEvent[]): AlarmMail {
  const count = alarms.length === 1 ? '1 alarm' : `${alarms.length} alarms`;
  const codes = [...new Set(alarms.map(({ alarm }) => alarm))].sort();
  const lines = alarms.slice(0, NAMED).map(describe);
  const more = alarms.length - lines.length;
  return {
    subject: `Tyrian: ${count} (${codes.slice(0, 3).join(', ')}${codes.length > 3 ? ', ...' : ''})`,
    text: [
      `${count}:`,
      '',
      ...lines,
      ...(more > 0 ? [`and ${more} more`] : []),
      '',
      'This mail holds ids only. "tyrian doctor" and the log say more; what an alarm means is in the guide to webhooks.',
      '',
    ].join('\n'),
  };
}

function describe({ at, alarm, tenant, ids }: AlarmEvent): string {
  const named = Object.entries(ids).map(([name, id]) => `${name} ${id}`);
  return [new Date(at).toISOString(), alarm, `tenant ${JSON.stringify(tenant)}`, ...named].join('  ');
}
