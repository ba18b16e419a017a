import { createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** How the server behaves: as it should, or as servers do. */
export interface SmtpMood {
  /** Answers a command with this reply instead of its own, as in `{ RCPT: '550 no such user' }`. */
  readonly replies?: Readonly<Record<string, string>>;
  /** Offers STARTTLS with this key and certificate (PEM). */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Wants this user and password. */
  readonly login?: { readonly user: string; readonly password: string };
}

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** The message as it was sent, without the dots that SMTP adds. */
  readonly text: string;
  readonly isEncrypted: boolean;
}

export interface SmtpServer {
  readonly port: number;
  readonly mails: ReceivedMail[];
  /** What a client did that RFC 5321 does not allow. */
  readonly faults: string[];
  /** Every command's verb, in order. */
  readonly commands: string[];
  close(): Promise<void>;
}

interface Envelope {
  isGreeted: boolean;
  isIn: boolean;
  from: string | undefined;
  to: string[];
}

/** A mail server of ours that holds clients to the protocol (RFC 5321, RFC 3207, RFC 4954). */
export async function startSmtpServer(mood: SmtpMood = {}): Promise<SmtpServer> {
  const [mails, faults, commands]: [ReceivedMail[], string[], string[]] = [[], [], []];
  const sockets = new Set<Socket>();

  function serve(socket: Socket, isEncrypted: boolean): void {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    const say = (line: string) => void socket.write(`${line}\r\n`);
    let envelope = fresh(false);
    let pending = '';
    let data: string[] | undefined;

    function onData(chunk: Buffer): void {
      pending += chunk.toString('latin1');
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        if (line.includes('\n') || line.includes('\r')) faults.push('a bare line end');
        if (line.length > 998) faults.push('a line over 998 characters');
        if (data) takeText(line, data);
        else say(replyTo(line));
      }
    }

    function takeText(line: string, lines: string[]): void {
      if (line !== '.') {
        lines.push(line.startsWith('.') ? line.slice(1) : line);
        return;
      }
      mails.push({ from: envelope.from ?? '', to: envelope.to, text: lines.join('\n'), isEncrypted });
      data = undefined;
      envelope = { ...fresh(true), isIn: envelope.isIn };
      say(mood.replies?.['.'] ?? '250 taken');
    }

    function replyTo(line: string): string {
      const [verb = ''] = line.toUpperCase().split(' ');
      commands.push(verb);
      const given = mood.replies?.[verb];
      if (given !== undefined) return given;
      const out = (what: string) => {
        faults.push(what);
        return '503 not now';
      };
      switch (verb) {
        case 'EHLO':
          envelope = { ...fresh(true), isIn: envelope.isIn };
          return [
            ...(mood.tls && !isEncrypted ? ['250-STARTTLS'] : []),
            ...(mood.login ? ['250-AUTH PLAIN'] : []),
            '250 8BITMIME',
          ].join('\r\n');
        case 'STARTTLS':
          if (!mood.tls || isEncrypted) return out('STARTTLS that was not offered');
          if (pending !== '') faults.push('something was sent past STARTTLS');
          setImmediate(encrypt, mood.tls);
          return '220 go on';
        case 'AUTH': {
          const [user, password] = Buffer.from(line.split(' ')[2] ?? '', 'base64')
            .toString('utf8')
            .split('\0')
            .slice(1);
          if (!mood.login) return out('AUTH that was not offered');
          envelope.isIn = user === mood.login.user && password === mood.login.password;
          return envelope.isIn ? '235 welcome' : '535 no';
        }
        case 'MAIL':
          if (!envelope.isGreeted || envelope.from !== undefined) return out('MAIL out of turn');
          if (mood.login && !envelope.isIn) return '530 who are you';
          envelope.from = addressIn(line, faults);
          return '250 ok';
        case 'RCPT':
          if (envelope.from === undefined) return out('RCPT before MAIL');
          envelope.to.push(addressIn(line, faults));
          return '250 ok';
        case 'DATA':
          if (envelope.to.length === 0) return out('DATA before RCPT');
          data = [];
          return '354 go on';
        case 'RSET':
          envelope = { ...fresh(true), isIn: envelope.isIn };
          return '250 ok';
        case 'QUIT':
          setImmediate(() => socket.end());
          return '221 bye';
        default:
          return out(`unknown command ${verb}`);
      }
    }

    function encrypt(tls: { key: string; cert: string }): void {
      socket.removeListener('data', onData);
      serve(new TLSSocket(socket, { ...tls, isServer: true }), true);
    }

    socket.on('data', onData);
  }

  const server = createServer((socket) => {
    serve(socket, false);
    socket.write(`${mood.replies?.[''] ?? '220 stand-in ESMTP'}\r\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    mails,
    faults,
    commands,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function fresh(isGreeted: boolean): Envelope {
  return { isGreeted, isIn: false, from: undefined, to: [] };
}

function addressIn(line: string, faults: string[]): string {
  const [, address] = /^(?:MAIL FROM|RCPT TO):<([^<>\s]+)>/i.exec(line) ?? [];
  if (address === undefined) faults.push('no address in angle brackets');
  return address ?? '';
}
