import { AlarmEvent, type Delivery, Event, eventId } from '@tyrian/contracts';

const AT = 1_795_000_000_000;

export function deliveryOf(event: Event, endpoint = 'hook'): Delivery {
  return { endpoint, id: eventId(event), event, attempt: 1, since: AT };
}

export function refused(verdict = 'vrd_1'): Event {
  const rules = ['a.rule'];
  return Event.parse({
    type: 'verdict.refused',
    tenant: 'acme',
    verdict,
    generation: 'gen_1',
    rules,
    hazards: ['S2'],
    at: AT,
  });
}

export function alarm(verdict = 'vrd_1'): AlarmEvent {
  return AlarmEvent.parse({ type: 'alarm.raised', tenant: 'acme', alarm: 'child-safety', at: AT, ids: { verdict } });
}
