import type { AlarmEvent } from '@tyrian/contracts';
import { createTransport } from 'nodemailer';
import type { Endpoint } from '../delivery/endpoint.js';
import type { Outcome } from '../delivery/outcome.js';
import { alarmMail } from './alarm-mail.js';

const MINUTE_MS = 60_000;
const GIVE_UP_MS = 24 * 60 * MINUTE_MS;
const SOCKET_MS = 10_000;
/** Of one mail; below the lease of what it tells of. */
const MAIL_MS = 20_000;
const BATCH = 1_000;

/** The name that the queue of mail has among those of webhooks. */
export const MAIL_ENDPOINT = 'mail';

export interface MailOptions {
  /** `smtp://host:port` or `smtps://host:port`. */
  readonly server: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** PEM of the authority that has signed the server's certificate, where the system does not know it. */
  readonly authority?: string | undefined;
}

/** Mail to the operator: alarms only, all that wait in one mail, at most one a minute. */
export function createMail(options: MailOptions): Endpoint & { test(): Promise<Outcome> } {
  const transport = createTransport(transportOptions(options));
  const envelope = { from: options.from, to: [...options.to] };

  async function mail(what: { subject: string; text: string }): Promise<Outcome> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Outcome>((resolve) => {
      timer = setTimeout(() => resolve({ kind: 'failed', code: 'timeout' }), MAIL_MS);
    });
    const sent = transport.sendMail({ ...envelope, ...what }).then(
      ({ rejected }): Outcome =>
        rejected.length === 0 ? { kind: 'acknowledged', code: '250' } : { kind: 'failed', code: 'some-rejected' },
      (fault: unknown): Outcome => ({ kind: 'failed', code: codeOf(fault) }),
    );
    try {
      return await Promise.race([sent, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    interest: { name: MAIL_ENDPOINT, events: ['alarm.raised'] },
    batch: BATCH,
    everyMs: MINUTE_MS,
    giveUpMs: GIVE_UP_MS,
    async send(batch) {
      const alarms = batch.flatMap(({ event }): AlarmEvent[] => (event.type === 'alarm.raised' ? [event] : []));
      const outcome = await mail(alarmMail(alarms));
      return batch.map(() => outcome);
    },
    test: () =>
      mail({ subject: 'Tyrian: a test', text: 'Nothing has happened: somebody wanted to see this arrive.\n' }),
    async close() {
      transport.close();
    },
  };
}

/** Encrypted unless the server is on this machine; `smtps` from the first byte, `smtp` by STARTTLS. */
function transportOptions({ server, user, password, authority }: MailOptions) {
  const { protocol, hostname, port } = new URL(server);
  const isSecure = protocol === 'smtps:';
  const host = hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    secure: isSecure,
    requireTLS: !isSecure && !isLoopback(host),
    tls: { minVersion: 'TLSv1.2' as const, ...(authority !== undefined && { ca: authority }) },
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    connectionTimeout: SOCKET_MS,
    greetingTimeout: SOCKET_MS,
    socketTimeout: SOCKET_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** The reply's number or the word of nodemailer, never what the server said. */
function codeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'fault';
  if ('responseCode' in fault && typeof fault.responseCode === 'number') return String(fault.responseCode);
  return 'code' in fault && typeof fault.code === 'string' && /^[A-Z_]{2,40}$/.test(fault.code) ? fault.code : 'fault';
}
