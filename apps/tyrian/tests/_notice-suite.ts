import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startServer, temporaryFolder, tyrian } from './_program.js';

const SAID = 'about a zebrafish';
const NOTICE = {
  ...{ kind: 'intimate-image', jurisdiction: 'us', text: SAID, about: { url: 'https://example.org/zebrafish' } },
  contact: { name: 'Ann Example', email: 'ann@example.org' },
  statements: { goodFaith: true, isDepicted: true, isWithoutConsent: true },
};

interface Receipt {
  readonly id: string;
  readonly code: string;
  readonly receivedAt: number;
  readonly dueAt: number;
}

/** From the public form to the outcome, on the built program and whatever database. */
export function noticeSuite(flags: () => readonly string[]): void {
  const folder = temporaryFolder();
  let server: Running;
  beforeAll(async () => {
    server = await startServer(folder.path, flags());
  });
  afterAll(async () => {
    await server.stop();
    folder.dispose();
  });

  const post = (path: string, body: object) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const form = (path: string, fields: Record<string, string>) =>
    fetch(`${server.url}${path}`, { method: 'POST', body: new URLSearchParams(fields) });
  const given = async (): Promise<Receipt> => {
    const answer = await post('/v1/notices', NOTICE);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return (await answer.json()) as Receipt;
  };
  const asked = async (args: readonly string[]) => {
    const ran = await tyrian(['case', ...args, '--data', folder.path, ...flags(), '--json']);
    return { ...ran, json: ran.code === 0 ? JSON.parse(ran.out) : undefined };
  };
  /** An event that a killed program had begun with is taken up again after a minute. */
  const opened = async (id: string) => {
    const { json } = await asked(['show', id]);
    await expect.poll(async () => (await asked(['show', json.case])).code, { timeout: 90_000 }).toBe(0);
  };
  const decided = (id: string, outcome: string, by: string) =>
    asked(['decide', id, '--outcome', outcome, '--by', by, '--note', 'seen', '--statement', 'It is gone.']);

  describe('a notice', () => {
    it('has a case and a clock after the program was killed on its receipt', async () => {
      const { id, code, receivedAt, dueAt } = await given();
      await server.stop('SIGKILL');
      server = await startServer(folder.path, flags());
      expect(dueAt - receivedAt).toBe(48 * 3_600_000);
      await opened(id);
      const { json } = await asked(['list', '--kind', 'notice']);
      expect(json).toContainEqual(
        expect.objectContaining({ id, status: 'open', clocks: [expect.objectContaining({ dueAt })] }),
      );
      const standing = await post('/v1/notices/status', { id, code });
      expect(await standing.json()).toMatchObject({ status: 'open' });
    }, 120_000);

    it('is opened through its case and decided with a statement, which its code shows and nothing else does', async () => {
      const { id, code } = await given();
      await opened(id);
      const { json: shown } = await asked(['show', id]);
      const content = (await asked(['show', shown.case, '--open', '--by', 'ana'])).json.content;
      expect(content).toMatchObject({ text: SAID, contact: NOTICE.contact });
      const closing = await asked(['decide', shown.case, '--release', '--by', 'ana']);
      expect(closing.err).toContain('whose clocks run');
      expect((await decided(id, 'removed', 'ana')).code).toBe(0);
      const standing = await post('/v1/notices/status', { id, code });
      expect(await standing.json()).toMatchObject({ outcome: 'removed', statement: 'It is gone.' });
      const wrong = await post('/v1/notices/status', { id, code: `${code.slice(1)}0` });
      expect([wrong.status, wrong.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
      expect(await wrong.text()).not.toContain(id);
    });

    it('is refused with the field that is wrong, and takes no file', async () => {
      const answer = await post('/v1/notices', { ...NOTICE, about: { ...NOTICE.about, file: 'AAAA' } });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: 'INVALID_INPUT', detail: expect.stringContaining('about') });
      expect((await post('/v1/notices', { ...NOTICE, text: 'x'.repeat(70_000) })).status).toBe(413);
      expect((await form('/v1/notices', { kind: 'rights' })).status).toBe(400);
    });

    it('that is appealed against is decided by somebody else', async () => {
      const { id, code } = await given();
      await opened(id);
      await decided(id, 'rejected', 'ana');
      const answer = await post('/v1/appeals', { notice: { id, code }, jurisdiction: 'us', text: SAID });
      expect(answer.status).toBe(201);
      const appeal = (await answer.json()) as Receipt;
      await opened(appeal.id);
      expect((await decided(appeal.id, 'reversed', 'ana')).err).toContain('somebody else');
      expect((await decided(appeal.id, 'reversed', 'ben')).code).toBe(0);
      const again = await post('/v1/appeals/status', { id: appeal.id, code: appeal.code });
      expect(await again.json()).toMatchObject({ outcome: 'reversed' });
      expect((await asked(['show', id])).json).toMatchObject({ status: 'open' });
    });
  });

  describe('the pages', () => {
    it.each(['/notice', '/notice/status', '/appeal', '/usage-policy'])(
      '%s holds nothing inline, and is kept by nobody',
      async (path) => {
        const answer = await fetch(`${server.url}${path}`, { headers: { 'accept-language': 'pl,de;q=0.5' } });
        expect(answer.status).toBe(200);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
        const page = await answer.text();
        expect(page).toContain('<html lang="pl">');
        expect(page).not.toMatch(/<style|<script>| on[a-z]+=| style=|undefined|SERVICE|DAYS/);
      },
    );

    it('take a notice and show how it stands, without JavaScript', async () => {
      const fields = { kind: 'rights', jurisdiction: 'uk', url: 'https://example.org/a', text: SAID, goodFaith: 'yes' };
      const receipt = await form('/notice?lang=de', fields);
      expect(receipt.status).toBe(201);
      const [, id = '', code = ''] =
        /<code>(ntc_\w+)<\/code>[\s\S]*<code>(\w+)<\/code>/.exec(await receipt.text()) ?? [];
      const standing = await form('/notice/status?lang=de', { id, code });
      expect(await standing.text()).toContain('Ein Mensch wird entscheiden.');
      const wrong = await form('/notice/status', { id, code: 'wrong' });
      expect(wrong.status).toBe(404);
      expect(await wrong.text()).toContain('There is nothing with this id and code.');
    });

    it('say which field is wrong, and keep what was written', async () => {
      const answer = await form('/notice?lang=en', {
        kind: 'rights',
        jurisdiction: 'eu',
        text: '<b>zebrafish',
        url: 'x',
      });
      expect(answer.status).toBe(400);
      const page = await answer.text();
      for (const field of ['url', 'name', 'goodFaith']) expect(page).toContain(`id="${field}-fault"`);
      expect(page).not.toContain('id="text-fault"');
      expect(page).toContain('&lt;b&gt;zebrafish');
    });

    it('tell a machine that fills in everything that it did', async () => {
      const fields = { kind: 'rights', jurisdiction: 'uk', url: 'https://example.org/a', text: SAID, goodFaith: 'yes' };
      const answer = await form('/notice', { ...fields, website: 'https://example.org' });
      expect([answer.status, (await answer.text()).includes('role="alert"')]).toEqual([400, true]);
    });
  });
}
