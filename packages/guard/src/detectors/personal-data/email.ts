import type { Sight } from './sight.js';

const LOCAL_MAX = 64;
const DOMAIN_MAX = 253;
const LOCAL = /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]/;
const DOMAIN =
  /^(?:[A-Za-z0-9\u00a1-\uffff](?:[A-Za-z0-9\u00a1-\uffff-]{0,61}[A-Za-z0-9\u00a1-\uffff])?\.){1,8}(?:[A-Za-z]{2,24}|xn--[A-Za-z0-9-]{2,59})(?![A-Za-z0-9])/;
/** What looks like a domain and is the end of a file, a unit of systemd or a size of an icon. */
const NO_DOMAIN =
  /\.(?:png|jpe?g|gif|svg|webp|ico|js|ts|css|json|ya?ml|md|txt|pdf|zip|service|timer|socket|target|mount|local)$/i;
/** Mailboxes of an office, and accounts of machines. */
const OFFICE =
  /^(?:info|support|contact|sales|hello|help|office|admin|webmaster|postmaster|abuse|security|press|privacy|legal|jobs|noreply|no-reply|donotreply|notifications?|newsletter|service|team)$/i;
const MACHINE = /^(?:git|hg|svn|ssh|root)$/i;

const PERSON = 0.9;
const OFFICE_SCORE = 0.5;

/** The e-mail address around an `@`. */
export function lookForEmail(text: string, at: number): Sight | undefined {
  let start = at;
  while (start > 0 && at - start < LOCAL_MAX && LOCAL.test(text.charAt(start - 1))) start--;
  const taken = text.slice(start, at);
  // Marks around it, and the head of a mailto link or of an assignment, are no part of it.
  const local = taken.slice(Math.max(taken.lastIndexOf('='), taken.lastIndexOf('/')) + 1).replace(/^[.'*`~!#?{|]+/, '');
  if (local === '' || local.endsWith('.') || local.includes('..') || MACHINE.test(local)) return undefined;
  const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + DOMAIN_MAX))?.[0];
  if (domain === undefined || NO_DOMAIN.test(domain)) return undefined;
  const score = OFFICE.test(local) ? OFFICE_SCORE : PERSON;
  return { rule: 'email', start: at - local.length, end: at + 1 + domain.length, score };
}
