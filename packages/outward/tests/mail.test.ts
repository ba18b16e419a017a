import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createMail, type MailOptions } from '../src/mail/mail-endpoint.js';
import { alarm, deliveryOf } from './_deliveries.js';
import { type SmtpMood, type SmtpServer, startSmtpServer } from './_smtp-server.js';

let server: SmtpServer;
let mail: ReturnType<typeof createMail>;
afterEach(async () => {
  await mail.close();
  await server.close();
});

async function start(mood: SmtpMood = {}, options: Partial<MailOptions> = {}): Promise<void> {
  server = await startSmtpServer(mood);
  mail = createMail({
    server: `smtp://127.0.0.1:${server.port}`,
    from: 'tyrian@platform.example',
    to: ['ana@platform.example', 'ben@platform.example'],
    ...options,
  });
}
const send = (count = 1) =>
  mail.send(
    Array.from({ length: count }, (_, at) => deliveryOf(alarm(`vrd_${at}`), 'mail')),
    new AbortController().signal,
  );

describe('mail', () => {
  it('tells all alarms that wait in one mail, to everybody', async () => {
    await start();
    expect(await send(12)).toEqual(Array(12).fill({ kind: 'acknowledged', code: '250' }));
    expect(server.faults).toEqual([]);
    expect(server.mails).toHaveLength(1);
    const [sent] = server.mails;
    expect(sent).toMatchObject({
      from: 'tyrian@platform.example',
      to: ['ana@platform.example', 'ben@platform.example'],
    });
    expect(sent?.text).toContain('Subject: Tyrian: 12 alarms (child-safety)');
    for (let at = 0; at < 12; at++) expect(sent?.text.replaceAll('=\n', '')).toContain(`verdict vrd_${at}`);
  });

  it('logs in where it has a user, and fails where the password is wrong', async () => {
    const login = { user: 'tyrian', password: 'pass word' };
    await start({ login }, login);
    expect(await send()).toMatchObject([{ kind: 'acknowledged' }]);
    await mail.close();
    await server.close();
    await start({ login }, { ...login, password: 'other' });
    expect(await send()).toEqual([{ kind: 'failed', code: '535' }]);
    expect(server.mails).toEqual([]);
  });

  it.each([
    ['', '421 too busy', '421'],
    ['MAIL', '451 later', '451'],
    ['RCPT', '550 no such user ana', '550'],
    ['DATA', '554 no', '554'],
    ['.', '552 too much', '552'],
  ])('fails with the number of the reply to "%s" and none of its words', async (verb, reply, code) => {
    await start({ replies: { [verb]: reply } });
    expect(await send()).toEqual([{ kind: 'failed', code }]);
  });

  it('fails where nobody listens', async () => {
    await start();
    await server.close();
    expect(await send()).toMatchObject([{ kind: 'failed' }]);
  });

  it('demands STARTTLS of a server that is not on this machine', async () => {
    // Another name of this machine, which is no loopback by its looks.
    await start({}, {});
    await mail.close();
    mail = createMail({ server: `smtp://0.0.0.0:${server.port}`, from: 'a@b.example', to: ['c@d.example'] });
    expect(await send()).toMatchObject([{ kind: 'failed' }]);
    expect(server.commands).not.toContain('MAIL');
    expect(server.mails).toEqual([]);
  });

  it('speaks TLS where it is offered, with a certificate that it knows', async () => {
    const tls = selfSigned();
    await start({ tls }, { authority: tls.cert });
    expect(await send()).toMatchObject([{ kind: 'acknowledged' }]);
    expect(server.mails).toMatchObject([{ isEncrypted: true }]);
    expect(server.faults).toEqual([]);
  });

  it('sends nothing to a server whose certificate nobody has signed', async () => {
    await start({ tls: selfSigned() });
    expect(await send()).toMatchObject([{ kind: 'failed' }]);
    expect(server.mails).toEqual([]);
  });
});

function selfSigned(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tyrian-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key].concat([
        '-out',
        cert,
        '-days',
        '2',
        '-subj',
        '/CN=stand-in',
        '-addext',
        'subjectAltName=IP:127.0.0.1',
      ]),
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
