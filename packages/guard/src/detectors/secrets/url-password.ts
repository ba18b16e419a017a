import type { Sight } from '../personal-data/sight.js';
import { isPlaceholder } from './placeholder.js';

const USER = /^([A-Za-z0-9._~%!$&'*+=-]{0,64}):([^\s:@/"'<>]{1,128})@([A-Za-z0-9.-]{1,253}|\[[0-9a-fA-F:]+\])/;
const SCHEME_MAX = 24;
const DATABASE =
  /(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|redis|rediss|amqps?|mssql|sqlserver|clickhouse|cockroachdb|nats|ldaps?|smtps?)$/i;
const WEAK = /^(?:pass(?:word|wd)?|user|username|postgres|root|admin|test|secret|guest|pw|pwd|db|mysql|mongo|redis)$/i;
const LOCAL_HOST = /^(?:localhost|127\.|0\.0\.0\.0|db$|postgres$|redis$|mysql$|host$|hostname$)/i;

/** A password within a URL, in front of its host. `slashes` is where `://` stands. */
export function lookForUrlPassword(text: string, slashes: number): Sight | undefined {
  const from = slashes + 3;
  const seen = USER.exec(text.slice(from, from + 460));
  if (seen === null) return undefined;
  const [, user = '', password = '', host = ''] = seen;
  if (isPlaceholder(password)) return undefined;
  const scheme = text.slice(Math.max(0, slashes - SCHEME_MAX), slashes);
  const start = from + user.length + 1;
  const isWeak = WEAK.test(password) || LOCAL_HOST.test(host);
  const score = isWeak ? 0.3 : 0.9;
  return { rule: DATABASE.test(scheme) ? 'database-url' : 'basic-auth', start, end: start + password.length, score };
}
