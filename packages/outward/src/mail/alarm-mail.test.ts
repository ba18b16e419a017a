import { AlarmEvent } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { alarmMail } from './alarm-mail.js';

const at = Date.parse('2026-11-27T06:30:00Z');
const alarm = (code: string, verdict = 'vrd_1') =>
  AlarmEvent.parse({ type: 'alarm.raised', tenant: 'acme', alarm: code, at, ids: { verdict } });

describe('a mail', () => {
  it('says what was raised, when and about what', () => {
    const { subject, text } = alarmMail([alarm('child-safety')]);
    expect(subject).toBe('Tyrian: 1 alarm (child-safety)');
    expect(text).toContain('2026-11-27T06:30:00.000Z  child-safety  tenant "acme"  verdict vrd_1\n');
  });

  it('counts what it does not name', () => {
    const { subject, text } = alarmMail(['a1', 'b1', 'c1', 'd1'].flatMap((code) => Array(60).fill(alarm(code))));
    expect(subject).toBe('Tyrian: 240 alarms (a1, b1, c1, ...)');
    expect(text.split('\n').filter((line) => line.includes('vrd_1'))).toHaveLength(100);
    expect(text).toContain('and 140 more');
  });

  it('keeps a tenant on its line', () => {
    const event = { ...alarm('full'), tenant: AlarmEvent.shape.tenant.parse('a\nSubject: b') };
    expect(alarmMail([event]).text.split('\n')[2]).toContain('tenant "a\\nSubject: b"');
  });
});
