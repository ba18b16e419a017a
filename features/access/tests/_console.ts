import { memoryKeys, openStore } from '@tyrian/storage';
import { fastify } from 'fastify';
import { createMembers } from '../src/members/members.js';
import { signInApi } from '../src/sign-in/sign-in-api.js';

export const PASSWORD = 'otters bake bread';
/** An address that is one person's, as a proxy would tell it. */
export const ELSEWHERE = '203.0.113.7';

/** The sign-in API on a database in memory, with a clock that stands unless it is moved. */
export async function openConsole() {
  let time = Date.parse('2026-11-27T12:00:00Z');
  const now = () => time;
  const keys = memoryKeys(now);
  const store = await openStore({ database: { kind: 'embedded-memory' }, keys, clock: now });
  const open = async () => {
    const members = createMembers({ members: store.members, keys, now });
    const logged: object[] = [];
    const app = fastify({ trustProxy: true });
    await app.register(async (console) =>
      signInApi(console, { members, log: { error: (entry) => void logged.push(entry) } }),
    );
    return { app, members, logged };
  };
  const first = await open();
  return {
    ...first,
    store,
    keys,
    /** The same installation on another machine, or after a restart. */
    again: open,
    pass: (ms: number) => {
      time += ms;
    },
    now,
    browser: (app = first.app, address = ELSEWHERE) => openBrowser(app, address),
    async close() {
      await first.app.close();
      await store.close();
    },
  };
}

export type Browser = ReturnType<typeof openBrowser>;

/** Keeps cookies as a browser does, and asks as the console does. */
function openBrowser(app: Awaited<ReturnType<typeof fastify>>, address: string) {
  const cookies = new Map<string, string>();
  const setCookies: string[] = [];
  async function ask(path: string, body: object = {}, headers: Record<string, string> = {}) {
    const answer = await app.inject({
      method: 'POST',
      url: `/console/api${path}`,
      payload: body,
      headers: {
        host: 'tyrian.test',
        origin: 'http://tyrian.test',
        'sec-fetch-site': 'same-origin',
        'x-tyrian-console': '1',
        'x-forwarded-for': address,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      setCookies.push(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const said = answer.json();
    return { status: answer.statusCode, code: said.code, body: said, headers: answer.headers };
  }
  return { ask, cookies, setCookies };
}
