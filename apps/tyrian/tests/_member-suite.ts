import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startServer, temporaryFolder, tyrian } from './_program.js';

const PASSWORD = 'otters bake bread';

/** How people sign in to the real program, and how the command line changes who may. */
export function memberSuite(name: string, databaseFlags: () => Promise<readonly string[]>): void {
  describe(name, () => {
    const folder = temporaryFolder();
    let flags: readonly string[];
    let server: Running;
    const start = () => startServer(folder.path, flags);

    beforeAll(async () => {
      flags = await databaseFlags();
      server = await start();
    }, 60_000);
    afterAll(async () => {
      await server?.stop();
      folder.dispose();
    });

    /** Asks as the console does, with the cookie of a session where there is one. */
    async function ask(path: string, body: object, cookie = '', url = server.url) {
      const answer = await fetch(`${url}/console/api${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-tyrian-console': '1', cookie },
        body: JSON.stringify(body),
      });
      const session = answer.headers.getSetCookie().find((line) => line.startsWith('tyrian_session='));
      return { status: answer.status, cookie: session?.split(';')[0] ?? '', body: Object(await answer.json()) };
    }

    async function member(...args: readonly string[]) {
      const { code, out, err } = await tyrian(['member', ...args, '--json', '--data', folder.path, ...flags]);
      expect([code, err]).toEqual([0, '']);
      return JSON.parse(out);
    }

    it('begins with the code that the server prints, a new one at each start, none once there is a member', async () => {
      const old = server.firstCode;
      await server.stop();
      server = await start();
      expect(server.firstCode).not.toBe(old);
      const first = (code: string) => ask('/sign-in/first', { code, name: 'Ana', password: PASSWORD });
      expect((await first(old)).body.code).toBe('INVITATION_REFUSED');
      const { status, cookie } = await first(server.firstCode);
      expect(status).toBe(200);
      expect((await ask('/session', {}, cookie)).body.member).toMatchObject({ name: 'Ana', roles: ['admin', 'lead'] });
      await server.stop();
      server = await start();
      expect(server.firstCode).toBe('');
      expect((await ask('/session', {}, cookie)).status).toBe(200);
      expect(await member('list')).toEqual([expect.objectContaining({ name: 'Ana', hasPassword: true })]);
    }, 60_000);

    it('lets in who was invited, and out who is shut out, at once', async () => {
      const invited = await member('invite', 'Bea', '--role', 'reviewer', 'analyst', '--language', 'pt');
      expect(invited).toMatchObject({ name: 'Bea', roles: ['reviewer', 'analyst'], tenant: null, languages: ['pt'] });
      const { cookie } = await ask('/sign-in/join', { code: invited.code, password: PASSWORD });
      const session = () => ask('/session', {}, cookie);
      expect((await session()).body.capabilities).toContain('cases.decide');
      expect(await member('change', 'BEA', '--role', 'auditor', '--tenant', 'acme')).toMatchObject({ tenant: 'acme' });
      const { capabilities } = (await session()).body;
      expect([capabilities.includes('cases.decide'), capabilities.includes('audit.see')]).toEqual([false, true]);
      await member('disable', invited.id);
      expect((await session()).body.code).toBe('SESSION_REQUIRED');
      expect((await ask('/sign-in', { name: 'bea', password: PASSWORD })).body.code).toBe('SIGN_IN_REFUSED');
      const { code } = await member('reset', 'bea');
      expect((await ask('/sign-in/join', { code, password: 'herons read at dawn' })).status).toBe(200);
    }, 60_000);

    it('says what is wrong', async () => {
      const run = (...args: string[]) => tyrian(['member', ...args, '--data', folder.path, ...flags]);
      expect(await run('disable', 'ana')).toMatchObject({ code: 2, err: expect.stringContaining('an admin') });
      expect(await run('invite', 'ANA', '--role', 'lead')).toMatchObject({ code: 2 });
      expect(await run('invite', 'Cid')).toMatchObject({ code: 2, err: expect.stringContaining('--role') });
      expect(await run('invite', 'Cid', '--role', 'king')).toMatchObject({ code: 2 });
      expect(await run('change', 'ana')).toMatchObject({ code: 2, err: expect.stringContaining('say what changes') });
      expect(await run('reset', 'nobody')).toMatchObject({ code: 2, err: expect.stringContaining('no member') });
    }, 60_000);

    it('shows people what they did, and never a secret twice', async () => {
      const run = (...args: string[]) => tyrian(['member', ...args, '--data', folder.path, ...flags]);
      const { out } = await run('invite', 'Dora', '--role', 'lead');
      const [code = ''] = out.split('\n');
      expect(code).toMatch(/^([a-z0-9]{4}-){4}[a-z0-9]{4}$/);
      const listed = await run('list');
      expect(listed.out).toMatch(/mem_\S+ +all +lead +invited +Dora/);
      expect(listed.out).not.toContain(code);
    });

    it('leaves the other doors as they are', async () => {
      const { paths } = Object(await (await fetch(`${server.url}/openapi.json`)).json());
      expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/v1/guard', '/console/api/sign-in']));
      const unknown = await fetch(`${server.url}/console/api/nothing`, { method: 'POST' });
      expect(unknown.status).toBe(404);
      const answer = await fetch(`${server.url}/v1/guard`, { method: 'POST', headers: { cookie: 'tyrian_session=x' } });
      expect(answer.status).toBe(401);
    });
  });
}
