import type { Event, EventType } from '@tyrian/contracts';
import { isQuiet } from './message.js';

export interface Interest {
  /** The endpoint's own name: it is not told that it cannot be told. */
  readonly name: string;
  readonly events: readonly EventType[];
  /** Absent: the operator's endpoint, which hears of all tenants, and alone of alarms. */
  readonly tenants?: readonly string[] | undefined;
}

/** Whether an endpoint is to be told of an event. */
export function takes({ name, events, tenants }: Interest, event: Event): boolean {
  if (isQuiet(event) || !events.includes(event.type)) return false;
  if (event.type === 'alarm.raised') return tenants === undefined && event.ids.endpoint !== name;
  return tenants === undefined || tenants.includes(event.tenant);
}
