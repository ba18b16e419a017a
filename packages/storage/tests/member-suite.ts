import {
  type Member,
  type MemberId,
  type NewSession,
  newId,
  type RecordType,
  type Store,
  TenantId,
} from '@tyrian/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore } from '../src/create-store.js';
import type { Database } from '../src/database/database.js';
import { memoryKeys } from '../src/keys/memory-keys.js';
import { type Engine, freshStore } from './harness.js';
import { tick } from './things.js';

function newMember(fields: Partial<Member> = {}): Member {
  const at = tick();
  const id = newId('member', at);
  return {
    id,
    name: `Member ${id}`,
    roles: ['reviewer'],
    tenant: null,
    acceptsChildSafety: false,
    languages: ['en', 'pt-BR'],
    hasPassword: false,
    hasOneTimeCodes: false,
    createdAt: at,
    disabledAt: null,
    ...fields,
  };
}

function newSession(member: MemberId, fields: Partial<NewSession> = {}): NewSession {
  const at = tick();
  const id = newId('session', at);
  const times = { openedAt: at, seenAt: at, confirmedAt: at, endsAt: at + 100_000 };
  return { id, member, stage: 'open', hash: `hash-of-${id}`, ...times, ...fields };
}

const OWNER = () => ({ by: 'owner', at: tick() });

/** People who sign in, on whatever engine. */
export function memberSuite(openEngine: () => Promise<Engine>): void {
  let engine: Engine;
  let database: Database;
  let store: Store;
  let other: Store;
  const keys = memoryKeys();

  beforeAll(async () => {
    engine = await openEngine();
    ({ store, database } = await freshStore(engine, { keys }));
    other = await createStore(await engine.again(database), { keys, clock: tick });
  });
  afterAll(async () => {
    await other.close();
    await store.close();
  });

  const invitation = () => ({ hash: `invitation-${tick()}`, until: tick() + 10_000 });
  async function added(fields: Partial<Member> = {}): Promise<Member> {
    const code = invitation();
    await store.members.add(newMember(fields), code, OWNER());
    return (await store.members.join(code.hash, 'phc', tick())) as Member;
  }
  async function newest(type: RecordType) {
    const [record] = await store.records.list({ type, limit: 1 });
    return { tenant: record?.tenant, ...JSON.parse(record?.payload ?? 'null') };
  }

  describe('the first member', () => {
    it('comes in by the newest code, once, though two machines are asked at the same time', async () => {
      const { members } = store;
      expect(await members.isEmpty()).toBe(true);
      const until = tick() + 10_000;
      await members.invitations.setFirst('old', until);
      await members.invitations.setFirst('new', until);
      expect(await members.invitations.isFirst('old', tick())).toBe(false);
      expect(await other.members.invitations.isFirst('new', tick())).toBe(true);
      expect(await members.invitations.isFirst('new', until)).toBe(false);
      expect(await members.invitations.find('new', tick())).toBeUndefined();
      expect(await members.join('new', 'phc', tick())).toBeUndefined();
      await expect(members.addFirst(newMember(), 'phc', 'old')).rejects.toMatchObject({ code: 'INVITATION_REFUSED' });
      const first = newMember({ name: 'Ana', roles: ['admin', 'lead'] });
      const outcomes = await Promise.allSettled([
        members.addFirst(first, 'phc', 'new'),
        other.members.addFirst(newMember({ name: 'Ben', roles: ['admin'] }), 'phc', 'new'),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await members.list()).toHaveLength(1);
      expect(await members.isEmpty()).toBe(false);
      expect(JSON.stringify(await newest('member.added'))).not.toMatch(/Ana|Ben/);
    });
  });

  describe('members', () => {
    it('are found by name whatever its case, and no two have one name', async () => {
      const member = newMember({ name: 'Zoë Fish', tenant: TenantId.parse('acme') });
      expect(await store.members.add(member, invitation(), OWNER())).toEqual(member);
      expect(await newest('member.added')).toEqual({
        tenant: 'acme',
        member: member.id,
        by: 'owner',
        roles: ['reviewer'],
      });
      for (const name of ['ZOË FISH', 'zoe\u0308 fish ', 'Zoë Fish'])
        expect((await store.members.findByName(name))?.member).toEqual(member);
      const again = newMember({ name: 'zoë fish' });
      await expect(store.members.add(again, invitation(), OWNER())).rejects.toMatchObject({ code: 'MEMBER_EXISTS' });
      expect(await store.members.find(newMember().id)).toBeUndefined();
    });

    it('join once, by an invitation that is still valid', async () => {
      const [code, member] = [invitation(), newMember()];
      await store.members.add(member, code, OWNER());
      expect(await store.members.invitations.find(code.hash, tick())).toBe(member.id);
      expect(await store.members.join(code.hash, 'phc', code.until)).toBeUndefined();
      const joins = [store, other].map(({ members }) => members.join(code.hash, 'phc', tick()));
      expect((await Promise.all(joins)).filter(Boolean)).toEqual([{ ...member, hasPassword: true }]);
      expect((await store.members.find(member.id))?.secrets.password).toBe('phc');
    });

    it('are changed with a record that says what they may do then, and no name', async () => {
      const { id, name } = await added();
      const changed = await store.members.change(id, { roles: ['policy', 'analyst'], languages: ['de'] }, OWNER());
      expect(changed).toMatchObject({ roles: ['policy', 'analyst'], languages: ['de'] });
      const record = await newest('member.changed');
      expect(record).toMatchObject({
        member: id,
        by: 'owner',
        roles: ['policy', 'analyst'],
        what: ['roles', 'languages'],
      });
      expect(JSON.stringify(record)).not.toContain(name);
      expect(await store.members.change(newMember().id, {}, OWNER())).toBeUndefined();
    });

    it('accept child safety only while they have the role, and anew when they get it back', async () => {
      const { id } = await added({ roles: ['child-safety'] });
      const change = async (wanted: Parameters<typeof store.members.change>[1]) =>
        (await store.members.change(id, wanted, OWNER()))?.acceptsChildSafety;
      expect(await change({ acceptsChildSafety: true })).toBe(true);
      expect(await change({ roles: ['reviewer'] })).toBe(false);
      expect(await change({ acceptsChildSafety: true })).toBe(false);
      expect(await change({ roles: ['child-safety'] })).toBe(false);
    });

    it('never are without an admin who can sign in', async () => {
      const admins = (await store.members.list()).filter(({ roles }) => roles.includes('admin'));
      const [first] = admins;
      expect(admins).toHaveLength(1);
      const id = first?.id as MemberId;
      await store.members.add(newMember({ roles: ['admin'] }), invitation(), OWNER());
      await added({ roles: ['admin'], tenant: TenantId.parse('acme') });
      for (const taken of [
        () => store.members.disable(id, OWNER()),
        () => store.members.change(id, { roles: ['lead'] }, OWNER()),
        () => store.members.change(id, { tenant: TenantId.parse('acme') }, OWNER()),
      ])
        await expect(taken()).rejects.toMatchObject({ code: 'LAST_ADMIN' });
      expect((await store.members.find(id))?.member).toEqual(first);
      const second = await added({ roles: ['admin'] });
      const both = await Promise.allSettled([
        store.members.disable(id, OWNER()),
        other.members.disable(second.id, OWNER()),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });

  describe('sessions', () => {
    it('are found with the member as they are now, until they end', async () => {
      const member = await added();
      const session = newSession(member.id);
      const { hash, ...kept } = session;
      await store.members.sessions.open(session);
      expect(await newest('session.opened')).toMatchObject({ session: session.id, member: member.id });
      expect(await other.members.sessions.find(hash, tick())).toMatchObject({ session: kept, member });
      await store.members.change(member.id, { roles: ['auditor'] }, OWNER());
      expect((await other.members.sessions.find(hash, tick()))?.member.roles).toEqual(['auditor']);
      expect(await store.members.sessions.find(hash, session.endsAt)).toBeUndefined();
      expect(await store.members.sessions.find('another', tick())).toBeUndefined();
      expect(await store.members.sessions.end(session.id, 'signed-out', OWNER())).toBe(true);
      expect(await newest('session.ended')).toMatchObject({ session: session.id, why: 'signed-out', by: 'owner' });
      expect(await store.members.sessions.end(session.id, 'signed-out', OWNER())).toBe(false);
      expect(await other.members.sessions.find(hash, tick())).toBeUndefined();
    });

    it('note work, but not of one that was idle for too long', async () => {
      const { id } = await added();
      const session = newSession(id);
      const { sessions } = store.members;
      await sessions.open(session);
      const seenAt = async () => (await sessions.find(session.hash, session.openedAt))?.session.seenAt;
      await sessions.touch(session.id, session.openedAt + 500, session.openedAt - 1);
      expect(await seenAt()).toBe(session.openedAt + 500);
      await sessions.touch(session.id, session.openedAt + 900, session.openedAt + 600);
      expect(await seenAt()).toBe(session.openedAt + 500);
      await sessions.confirm(session.id, session.openedAt + 950);
      const found = await sessions.find(session.hash, session.openedAt);
      expect(found?.session).toMatchObject({ seenAt: session.openedAt + 950, confirmedAt: session.openedAt + 950 });
    });

    it('end with the password but for one, and all of them with the member', async () => {
      const { id } = await added();
      const [one, two, code] = [newSession(id), newSession(id), newSession(id, { stage: 'code' })];
      for (const session of [one, two, code]) await store.members.sessions.open(session);
      const open = async () => (await store.members.sessions.list(id, tick())).map((session) => session.id);
      expect(await open()).toEqual([two.id, one.id]);
      await store.members.setPassword(id, 'other', { ...OWNER(), keep: one.id });
      expect(await open()).toEqual([one.id]);
      expect(await store.members.sessions.find(code.hash, tick())).toBeUndefined();
      await store.members.disable(id, OWNER());
      expect(await store.members.sessions.find(one.hash, tick())).toBeUndefined();
      expect(await newest('session.ended')).toMatchObject({ session: one.id, why: 'disabled' });
      const late = newSession(id);
      await store.members.sessions.open(late);
      expect(await store.members.sessions.find(late.hash, tick())).toBeUndefined();
      const [reset] = [await store.members.reset(id, invitation(), OWNER())];
      expect(reset).toMatchObject({ disabledAt: null, hasPassword: false });
      expect(await open()).toEqual([]);
    });

    it('expire with a record, and invitations with them', async () => {
      const { id } = await added();
      const [gone, code] = [newSession(id, { endsAt: 5 }), invitation()];
      await store.members.sessions.open(gone);
      const invited = newMember();
      await store.members.add(invited, { ...code, until: 5 }, OWNER());
      expect(await store.members.sessions.expire(6)).toBe(1);
      const ended = await store.records.list({ type: 'session.ended', limit: 100 });
      const payloads = ended.map(({ payload }) => JSON.parse(payload ?? 'null'));
      expect(payloads).toContainEqual({ session: gone.id, member: id, why: 'expired', by: null });
      expect(await store.members.invitations.find(code.hash, 0)).toBeUndefined();
    });
  });

  describe('one-time codes', () => {
    const [begun, newer] = [
      { keyId: 'session-1', sealed: 'a' },
      { keyId: 'session-1', sealed: 'b' },
    ];

    it('are asked for once a first was right, and count each step once on all machines', async () => {
      const { id } = await added();
      const keep = newSession(id);
      const confirm = (secret: typeof begun) =>
        store.members.confirmCodes(
          id,
          { begun: secret, step: 10, recovery: ['r1', 'r2'] },
          { ...OWNER(), keep: keep.id },
        );
      expect(await confirm(begun)).toBe(false);
      await store.members.beginCodes(id, begun);
      await store.members.beginCodes(id, newer);
      expect(await confirm(begun)).toBe(false);
      expect((await store.members.find(id))?.member.hasOneTimeCodes).toBe(false);
      expect(await confirm(newer)).toBe(true);
      expect(await store.members.find(id)).toMatchObject({
        member: { hasOneTimeCodes: true },
        secrets: { codes: newer, begun: null },
      });
      expect(await store.members.useStep(id, 10)).toBe(false);
      const used = await Promise.all([store, other, store].map(({ members }) => members.useStep(id, 11)));
      expect(used.filter(Boolean)).toHaveLength(1);
      const recovered = await Promise.all([store, other].map(({ members }) => members.useRecovery(id, 'r2', tick())));
      expect(recovered.filter(Boolean)).toHaveLength(1);
      expect(await newest('member.changed')).toMatchObject({ member: id, what: ['recovery'], left: 1 });
      expect(await store.members.useRecovery(id, 'r9', tick())).toBe(false);
      await store.members.removeCodes(id, OWNER());
      expect((await store.members.find(id))?.secrets).toMatchObject({ codes: null, begun: null });
      expect(await store.members.useRecovery(id, 'r1', tick())).toBe(false);
    });

    it('leave a password that was changed meanwhile as it is', async () => {
      const { id } = await added();
      expect(await store.members.rehash(id, 'phc', 'stronger')).toBe(true);
      expect(await store.members.rehash(id, 'phc', 'weaker')).toBe(false);
      expect((await store.members.find(id))?.secrets.password).toBe('stronger');
    });
  });

  describe('tries', () => {
    const limit = (now: number) => ({ now, free: 3, longestMs: 8_000 });
    const take = (now: number, ...subjects: string[]) => store.members.attempts.take(subjects, limit(now));

    it('wait longer and longer, up to the longest, and those that wait do not lengthen it', async () => {
      let now = 1_000_000;
      const waits: number[] = [];
      for (let free = 0; free < 3; free++) expect(await take(now, 'waits')).toBeUndefined();
      for (let tries = 0; tries < 6; tries++) {
        expect(await take(now, 'waits', `another-${tries}`)).toBeUndefined();
        const until = await take(now, 'waits');
        expect(await take((until ?? 0) - 1, 'waits')).toBe(until);
        waits.push((until ?? 0) - now);
        now = until ?? 0;
      }
      expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
      expect(await take(now - 1, 'free', 'waits')).toBe(now);
    });

    it('let no more through than are free, of many on all machines at once', async () => {
      const asked = Array.from({ length: 12 }, (_, at) =>
        (at % 2 ? store : other).members.attempts.take(['many'], limit(2_000_000)),
      );
      const through = (await Promise.all(asked)).filter((until) => until === undefined).length;
      // Three are free, and the fourth is the one after which the first wait begins.
      expect(through).toBe(4);
    });

    it('are forgotten where one succeeded, taken back, and let go when they are old', async () => {
      for (let tries = 0; tries < 4; tries++) await take(3_000_000, 'name');
      for (let tries = 0; tries < 4; tries++) await take(3_000_000, 'place');
      expect(await take(3_000_000, 'place')).toBe(3_001_000);
      await store.members.attempts.succeeded(['name'], ['place']);
      expect(await take(3_000_000, 'name')).toBeUndefined();
      expect(await take(3_000_000, 'place')).toBeUndefined();
      expect(await take(3_000_000, 'place')).toBe(3_001_000);
      expect(await store.members.attempts.forget(4_000_000)).toBeGreaterThan(1);
      expect(await take(3_000_000, 'place')).toBeUndefined();
    });

    it('that are refused are on record by the id of the member, if they are one', async () => {
      const { id } = await added({ tenant: TenantId.parse('acme') });
      await store.members.noteRefused({ member: id, why: 'password', at: tick() });
      expect(await newest('sign-in.refused')).toEqual({ tenant: 'acme', member: id, why: 'password' });
      await store.members.noteRefused({ member: null, why: 'name', at: tick() });
      expect(await newest('sign-in.refused')).toEqual({ tenant: 'system', member: null, why: 'name' });
    });
  });
}
