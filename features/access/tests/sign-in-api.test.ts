import type { Member } from '@tyrian/contracts';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, ELSEWHERE, openConsole, PASSWORD } from './_console.js';

const [MINUTE, HOUR] = [60_000, 3_600_000];

/** Every route behind a session, with a body that it takes. */
const INSIDE: readonly (readonly [string, object])[] = [
  ['/session', {}],
  ['/session/list', {}],
  ['/session/revoke', { id: 'ses_1' }],
  ['/account/password', { current: PASSWORD, next: PASSWORD }],
  ['/account/codes/begin', {}],
  ['/account/codes/confirm', { code: '123456' }],
  ['/account/codes/remove', { code: '123456' }],
  ['/account/accept-child-safety', { accepts: true }],
];
const WAITING: typeof INSIDE = [
  ['/sign-in/code', { code: '123456' }],
  ['/sign-in/unlock', { password: PASSWORD }],
  ['/sign-out', {}],
];
const OPEN: typeof INSIDE = [
  ['/sign-in/begin', {}],
  ['/sign-in', { name: 'ana', password: PASSWORD }],
  ['/sign-in/first', { code: 'x', name: 'ana', password: PASSWORD }],
  ['/sign-in/join', { code: 'x', password: PASSWORD }],
];

describe('the console', () => {
  let console: Awaited<ReturnType<typeof openConsole>>;
  let ana: Member;

  beforeAll(async () => {
    console = await openConsole();
    const browser = console.browser();
    expect((await browser.ask('/sign-in/begin')).body).toEqual({ first: true });
    const old = await console.members.signIn.createFirstCode();
    const code = await console.members.signIn.createFirstCode();
    expect(code).toMatch(/^([a-z0-9]{4}-){4}[a-z0-9]{4}$/);
    const first = (given: string | undefined) =>
      browser.ask('/sign-in/first', { code: given, name: 'Ana', password: PASSWORD });
    expect((await first(old)).code).toBe('INVITATION_REFUSED');
    // As somebody types it.
    expect((await first(code?.toUpperCase().replaceAll('-', ' '))).body).toEqual({ next: 'console' });
    expect((await first(code)).code).toBe('MEMBERS_EXIST');
    expect(await console.members.signIn.createFirstCode()).toBeUndefined();
    const { body } = await browser.ask('/session');
    ana = body.member as Member;
    expect(ana).toMatchObject({ name: 'Ana', roles: ['admin', 'lead'], tenant: null });
    expect((await browser.ask('/sign-in/begin')).body).toEqual({ first: false });
  });
  afterAll(() => console.close());

  async function signedIn(name = 'ana', password = PASSWORD, browser = console.browser()): Promise<Browser> {
    expect(await browser.ask('/sign-in', { name, password })).toMatchObject({ status: 200 });
    return browser;
  }

  async function joined(name: string, roles: Member['roles'] = ['reviewer']) {
    const { invitation, member } = await console.members.team.invite({ name, roles, tenant: null }, 'owner');
    const browser = console.browser();
    expect((await browser.ask('/sign-in/join', { code: invitation.code, password: PASSWORD })).status).toBe(200);
    return { browser, member, invitation };
  }

  const records = async (type: 'sign-in.refused' | 'session.ended' | 'session.opened' | 'member.added') =>
    (await console.store.records.list({ type, limit: 1_000 })).map(({ payload }) => JSON.parse(payload ?? 'null'));

  describe('who asks', () => {
    it.each([...INSIDE, ...WAITING])('must be signed in for %s', async (path, body) => {
      expect(await console.browser().ask(path, body)).toMatchObject({ status: 401, code: 'SESSION_REQUIRED' });
      const made = console.browser();
      for (const cookie of ['x', 'A'.repeat(43)]) {
        made.cookies.set('tyrian_session', cookie);
        expect(await made.ask(path, body)).toMatchObject({ status: 401, code: 'SESSION_REQUIRED' });
      }
    });

    it.each([...INSIDE, ...WAITING, ...OPEN])('must be the console itself for %s', async (path, body) => {
      const browser = await signedIn();
      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'none' },
        { origin: 'https://elsewhere.test' },
        { origin: 'http://tyrian.test:8080' },
        { origin: 'null' },
        { origin: '' },
      ])
        expect(await browser.ask(path, body, headers)).toMatchObject({ status: 403, code: 'REQUEST_FROM_ELSEWHERE' });
      const { app } = console;
      const bare = await app.inject({ method: 'POST', url: `/console/api${path}`, payload: body });
      expect([bare.statusCode, bare.json().code]).toEqual([403, 'REQUEST_FROM_ELSEWHERE']);
      expect((await browser.ask('/session')).status).toBe(200);
    });

    it.each(INSIDE)('must have an unlocked session for %s', async (path, body) => {
      const browser = await signedIn();
      console.pass(30 * MINUTE);
      expect(await browser.ask(path, body)).toMatchObject({ status: 401, code: 'SESSION_LOCKED' });
    });

    it('sends a browser’s form in vain, and what is no JSON', async () => {
      const browser = await signedIn();
      for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
        expect(await browser.ask('/session', {}, { 'content-type': type })).toMatchObject({ status: 400 });
      const headers = { 'x-tyrian-console': '1', host: 'tyrian.test', 'content-type': 'application/json' };
      for (const [payload, code] of [
        ['{', 'BODY_NOT_JSON'],
        ['{"__proto__":{}}', 'BODY_NOT_JSON'],
        [`{"name":"${'x'.repeat(20_000)}"}`, 'BODY_TOO_LARGE'],
        ['{"name":"ana","password":"x","more":1}', 'INVALID_INPUT'],
      ] as const) {
        const answer = await console.app.inject({ method: 'POST', url: '/console/api/sign-in', payload, headers });
        expect(answer.json().code).toBe(code);
      }
      expect(console.logged).toEqual([]);
    });
  });

  describe('a session', () => {
    it('is a cookie that no script reads and no other site sends, and nothing of an answer is kept', async () => {
      const browser = await signedIn();
      const cookie = browser.setCookies.find((line) => line.startsWith('tyrian_session='));
      expect(cookie).toMatch(
        /^tyrian_session=[A-Za-z0-9_-]{43}; Path=\/console; Max-Age=43200; HttpOnly; SameSite=Strict$/,
      );
      const { headers } = await browser.ask('/session');
      expect(headers['cache-control']).toBe('no-store');
      expect((await browser.ask('/nothing')).status).toBe(404);
      expect((await console.browser().ask('/session')).headers['cache-control']).toBe('no-store');
      expect(JSON.stringify(await records('session.opened'))).not.toContain(browser.cookies.get('tyrian_session'));
    });

    it.each([
      ['the proxy says so', { 'x-forwarded-proto': 'https', origin: 'https://tyrian.test' }],
      ['only the browser says so', { origin: 'https://tyrian.test' }],
    ])('goes over https alone where %s', async (_what, headers) => {
      const browser = console.browser();
      await browser.ask('/sign-in', { name: 'ana', password: PASSWORD }, headers);
      expect(browser.setCookies.length).toBe(2);
      for (const line of browser.setCookies) expect(line).toMatch(/; Secure$/);
    });

    it('is not taken from a browser that sends two', async () => {
      const browser = await signedIn();
      const cookie = `tyrian_session=${browser.cookies.get('tyrian_session')}; tyrian_session=x`;
      expect(await browser.ask('/session', {}, { cookie })).toMatchObject({ code: 'SESSION_REQUIRED' });
    });

    it('is unlocked by the password, stays the same, and ends after twelve hours whatever is done', async () => {
      const browser = await signedIn();
      const { body: before } = await browser.ask('/session');
      console.pass(29 * MINUTE);
      expect((await browser.ask('/session')).status).toBe(200);
      expect((await browser.ask('/session/list', {}, { 'x-tyrian-console': 'background' })).status).toBe(200);
      console.pass(2 * MINUTE);
      expect((await browser.ask('/session')).code).toBe('SESSION_LOCKED');
      expect((await browser.ask('/sign-in/unlock', { password: 'wrong' })).code).toBe('SIGN_IN_REFUSED');
      expect((await browser.ask('/session')).code).toBe('SESSION_LOCKED');
      expect((await browser.ask('/sign-in/unlock', { password: PASSWORD })).status).toBe(200);
      const { body: after } = await browser.ask('/session');
      expect(after).toMatchObject({ session: before.session, endsAt: before.endsAt, confirmedAt: console.now() });
      expect(after.endsAt).toBe(Number(before.openedAt) + 12 * HOUR);
      while (console.now() + 20 * MINUTE < Number(after.endsAt)) {
        console.pass(20 * MINUTE);
        expect((await browser.ask('/session/list')).status).toBe(200);
      }
      console.pass(20 * MINUTE);
      expect((await browser.ask('/session')).code).toBe('SESSION_REQUIRED');
      await console.members.sessions.expire();
      expect(await records('session.ended')).toContainEqual(
        expect.objectContaining({ session: before.session, why: 'expired' }),
      );
    });

    it('survives a restart; one that was revoked or signed out does not', async () => {
      const [stays, revoked, left] = [await signedIn(), await signedIn(), await signedIn()];
      const id = (await revoked.ask('/session')).body.session;
      expect((await stays.ask('/session/revoke', { id })).status).toBe(200);
      expect((await left.ask('/sign-out')).status).toBe(200);
      expect(left.cookies.has('tyrian_session')).toBe(false);
      const { app } = await console.again();
      for (const [browser, status] of [
        [stays, 200],
        [revoked, 401],
        [left, 401],
      ] as const) {
        const later = console.browser(app);
        for (const [name, value] of browser.cookies) later.cookies.set(name, value);
        expect((await later.ask('/session')).status).toBe(status);
      }
    });

    it('of somebody else cannot be revoked, nor is it listed', async () => {
      const [mine, { browser: theirs }] = [await signedIn(), await joined('Lia')];
      const { body } = await theirs.ask('/session');
      expect(await mine.ask('/session/revoke', { id: body.session })).toMatchObject({ code: 'NOT_FOUND' });
      const { body: listed } = await theirs.ask('/session/list');
      expect(listed).toEqual([
        { id: body.session, openedAt: body.openedAt, seenAt: body.openedAt, endsAt: body.endsAt, isThis: true },
      ]);
    });

    it('is left by whoever signs in anew in the same browser', async () => {
      const browser = await signedIn();
      const before = browser.cookies.get('tyrian_session') ?? '';
      await signedIn('ana', PASSWORD, browser);
      expect(browser.cookies.get('tyrian_session')).not.toBe(before);
      const old = console.browser();
      old.cookies.set('tyrian_session', before);
      expect((await old.ask('/session')).code).toBe('SESSION_REQUIRED');
    });
  });

  describe('signing in', () => {
    it('fails with one wording, whatever was wrong, and no name is on record', async () => {
      const { member } = await joined('Disabled One');
      await console.members.team.disable(member.id, 'owner');
      const { member: invited } = await console.members.team.invite(
        { name: 'Not Yet', roles: ['analyst'], tenant: null },
        'owner',
      );
      const said = [];
      for (const [name, password] of [
        ['nobody', PASSWORD],
        ['ana', 'wrong'],
        ['Disabled One', PASSWORD],
        ['not yet', PASSWORD],
      ]) {
        const { status, body } = await console.browser().ask('/sign-in', { name, password });
        said.push({ status, ...body, instance: '' });
      }
      expect(new Set(said.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(said[0]).toMatchObject({ status: 401, code: 'SIGN_IN_REFUSED' });
      const refused = await records('sign-in.refused');
      for (const who of [null, ana.id, member.id, invited.id])
        expect(refused.map(({ member: id }) => id)).toContain(who);
      const written = JSON.stringify([refused, await records('member.added'), console.logged]);
      expect(written).not.toMatch(/Disabled One|Not Yet|nobody|wrong|"ana"/i);
    });

    it('waits longer and longer for a name, known or not, but not in a browser where it was right before', async () => {
      const known = await signedIn();
      for (const name of ['ana', 'nobody at all']) {
        const seen: number[] = [];
        for (let tries = 0; tries < 30; tries++) {
          const { status, headers } = await console.browser(console.app, `198.51.100.${tries}`).ask('/sign-in', {
            ...{ name, password: 'wrong' },
          });
          if (status === 401) continue;
          expect(status).toBe(429);
          seen.push(Number(headers['retry-after']));
          console.pass(Number(headers['retry-after']) * 1_000);
        }
        expect(seen.slice(0, 5)).toEqual([1, 2, 4, 8, 16]);
        expect(Math.max(...seen)).toBe(300);
      }
      for (let tries = 0; tries < 8; tries++)
        await console.browser(console.app, `198.51.100.${tries}`).ask('/sign-in', { name: 'ana', password: 'wrong' });
      expect((await console.browser().ask('/sign-in', { name: 'ana', password: PASSWORD })).code).toBe('SIGN_IN_WAITS');
      expect((await known.ask('/sign-in', { name: 'ana', password: PASSWORD })).status).toBe(200);
      const forged = console.browser();
      forged.cookies.set('tyrian_known', `${known.cookies.get('tyrian_known')}x`);
      expect((await forged.ask('/sign-in', { name: 'ana', password: PASSWORD })).code).toBe('SIGN_IN_WAITS');
      console.pass(15 * MINUTE);
      await signedIn();
    });

    it('waits for an address that tries many names, never for more than a quarter of an hour', async () => {
      let longest = 0;
      for (let tries = 0; tries < 40; tries++) {
        const { headers } = await console.browser(console.app, '192.0.2.9').ask('/sign-in', {
          ...{ name: `somebody ${tries}`, password: 'wrong' },
        });
        const wait = Number(headers['retry-after'] ?? 0);
        longest = Math.max(longest, wait);
        console.pass(wait * 1_000);
      }
      expect(longest).toBeGreaterThan(60);
      expect(longest).toBeLessThanOrEqual(900);
    });
  });

  describe('an invitation', () => {
    it('lets in once, with a password that is good enough, and for three days', async () => {
      const { invitation, member } = await console.members.team.invite(
        { name: 'Mara', roles: ['reviewer'], tenant: null, languages: ['pt'] },
        'owner',
      );
      const browser = console.browser();
      const join = (password: string, code = invitation.code) => browser.ask('/sign-in/join', { code, password });
      expect((await join('too short')).code).toBe('PASSWORD_WEAK');
      expect((await join(PASSWORD, 'aaaa-bbbb')).code).toBe('INVITATION_REFUSED');
      expect((await join(PASSWORD)).status).toBe(200);
      expect((await join(PASSWORD)).code).toBe('INVITATION_REFUSED');
      expect((await browser.ask('/session')).body).toMatchObject({
        member: { id: member.id, hasPassword: true, languages: ['pt'] },
        capabilities: expect.arrayContaining(['cases.open']),
      });
      const { invitation: late } = await console.members.team.reset(member.id, 'owner');
      expect((await browser.ask('/session')).code).toBe('SESSION_REQUIRED');
      console.pass(72 * HOUR);
      expect((await join(PASSWORD, late.code)).code).toBe('INVITATION_REFUSED');
    });
  });

  describe('an account', () => {
    it('changes its password by the old one, and signs its other browsers out', async () => {
      const { browser } = await joined('Pia');
      const other = await signedIn('pia');
      const next = 'herons read at dawn';
      const change = (current: string, wanted = next) => browser.ask('/account/password', { current, next: wanted });
      expect((await change('wrong')).code).toBe('SIGN_IN_REFUSED');
      expect((await change(PASSWORD, 'short')).code).toBe('PASSWORD_WEAK');
      expect((await change(PASSWORD)).status).toBe(200);
      expect((await browser.ask('/session')).status).toBe(200);
      expect((await other.ask('/session')).code).toBe('SESSION_REQUIRED');
      expect((await console.browser().ask('/sign-in', { name: 'pia', password: PASSWORD })).status).toBe(401);
      await signedIn('Pia', next);
    });

    it('asks for one-time codes once a first was right, each once, or for a recovery code', async () => {
      const { browser } = await joined('Otto');
      const { body: begun } = await browser.ask('/account/codes/begin');
      const codes = new TOTP({ secret: String(begun.secret) });
      const codeNow = () => codes.generate({ timestamp: console.now() });
      expect((await browser.ask('/account/codes/confirm', { code: 'abc' })).code).toBe('SIGN_IN_REFUSED');
      const { body } = await browser.ask('/account/codes/confirm', { code: codeNow() });
      const recovery = body.recovery as string[];
      expect(new Set(recovery).size).toBe(10);

      const waiting = console.browser();
      expect((await waiting.ask('/sign-in', { name: 'otto', password: PASSWORD })).body).toEqual({ next: 'code' });
      for (const [path, given] of INSIDE) expect((await waiting.ask(path, given)).code).toBe('CODE_REQUIRED');
      expect((await waiting.ask('/sign-in/unlock', { password: PASSWORD })).code).toBe('CODE_REQUIRED');
      // The code that confirmed has been used.
      expect((await waiting.ask('/sign-in/code', { code: codeNow() })).code).toBe('SIGN_IN_REFUSED');
      console.pass(30_000);
      const before = waiting.cookies.get('tyrian_session');
      expect((await waiting.ask('/sign-in/code', { code: codeNow() })).body).toEqual({ next: 'console' });
      expect(waiting.cookies.get('tyrian_session')).not.toBe(before);
      expect((await waiting.ask('/session')).status).toBe(200);
      expect((await waiting.ask('/sign-in/code', { code: codeNow() })).code).toBe('INVALID_INPUT');

      const again = console.browser();
      await again.ask('/sign-in', { name: 'otto', password: PASSWORD });
      const recover = () => again.ask('/sign-in/code', { code: recovery[3]?.toUpperCase() });
      expect((await recover()).body).toEqual({ next: 'console' });
      expect((await again.ask('/account/codes/remove', { code: recovery[3] })).code).toBe('SIGN_IN_REFUSED');
      expect((await again.ask('/account/codes/remove', { code: recovery[4] })).status).toBe(200);
      expect((await again.ask('/session')).body.member).toMatchObject({ hasOneTimeCodes: false });
      await signedIn('otto');
    });

    it('keeps the secret of its codes sealed, and opens it after a rotation of the key', async () => {
      const { browser, member } = await joined('Sol');
      const { body: begun } = await browser.ask('/account/codes/begin');
      const kept = (await console.store.members.find(member.id))?.secrets.begun;
      expect(JSON.stringify(kept)).not.toContain(String(begun.secret));
      expect(kept?.keyId).toBe(console.keys.current('session').id);
      await console.keys.rotate('session');
      const code = new TOTP({ secret: String(begun.secret) }).generate({ timestamp: console.now() });
      expect((await browser.ask('/account/codes/confirm', { code })).status).toBe(200);
    });

    it('gives five minutes for the code, and waits for whoever guesses', async () => {
      const { browser } = await joined('Nils');
      const { body: begun } = await browser.ask('/account/codes/begin');
      const code = new TOTP({ secret: String(begun.secret) }).generate({ timestamp: console.now() });
      await browser.ask('/account/codes/confirm', { code });
      const late = console.browser();
      await late.ask('/sign-in', { name: 'nils', password: PASSWORD });
      console.pass(5 * MINUTE);
      expect((await late.ask('/sign-in/code', { code: '000000' })).code).toBe('SESSION_REQUIRED');
      const guesses = [];
      for (let tries = 0; tries < 8; tries++) {
        const guesser = console.browser(console.app, `198.51.100.${100 + tries}`);
        await guesser.ask('/sign-in', { name: 'nils', password: PASSWORD });
        guesses.push((await guesser.ask('/sign-in/code', { code: '00000a' })).code);
      }
      expect(guesses.at(-1)).not.toBe('SIGN_IN_REFUSED');
      expect(guesses.filter((said) => said === 'SIGN_IN_REFUSED').length).toBeLessThan(4);
    });

    it('begins codes only shortly after the password', async () => {
      const { browser } = await joined('Ines');
      console.pass(11 * MINUTE);
      for (const [path, body] of INSIDE.filter(([name]) => name.startsWith('/account/codes')))
        expect((await browser.ask(path, body)).code).toBe('CONFIRMATION_REQUIRED');
      await browser.ask('/sign-in/unlock', { password: PASSWORD });
      expect((await browser.ask('/account/codes/begin')).status).toBe(200);
    });

    it('accepts child safety by itself, with the role, and loses sight of it with the role at once', async () => {
      const { browser, member } = await joined('Ruth', ['reviewer', 'child-safety']);
      const sees = async () => Object((await browser.ask('/session')).body.capabilities).includes('child-safety.see');
      expect(await sees()).toBe(false);
      expect((await browser.ask('/account/accept-child-safety', { accepts: true })).status).toBe(200);
      expect(await sees()).toBe(true);
      await console.members.team.change(member.id, { roles: ['reviewer'] }, 'owner');
      expect(await sees()).toBe(false);
      expect((await browser.ask('/account/accept-child-safety', { accepts: true })).code).toBe('CAPABILITY_MISSING');
      const admin = await signedIn();
      expect((await admin.ask('/account/accept-child-safety', { accepts: true })).code).toBe('CAPABILITY_MISSING');
    });
  });

  it('is shut at once to who is disabled on another machine', async () => {
    const { browser, member } = await joined('Gone');
    const { members } = await console.again();
    await members.team.disable(member.id, 'owner');
    expect((await browser.ask('/session')).code).toBe('SESSION_REQUIRED');
    expect(
      (await console.browser(console.app, ELSEWHERE).ask('/sign-in', { name: 'gone', password: PASSWORD })).code,
    ).toBe('SIGN_IN_REFUSED');
  });
});
