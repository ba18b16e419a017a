import { TyrianError } from '@tyrian/contracts';
import type { NoticeDesk } from '@tyrian/review';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { asTyrianError } from '../http/problems.js';
import type { Page } from '../policy/render/block.js';
import { written } from '../policy/render/to-html.js';
import { appealOf, noticeOf, readForm } from './form-values.js';
import { appealForm } from './pages/appeal-form.js';
import type { Sent, Values } from './pages/fields.js';
import { noticeForm } from './pages/notice-form.js';
import { receiptPage } from './pages/receipt-page.js';
import { SCRIPT } from './pages/script.js';
import { PATHS, publicPage, SCRIPT_PATH, STYLE_PATH, type Surroundings } from './pages/shell.js';
import { standingPage, statusForm } from './pages/status-page.js';
import { STYLE } from './pages/style.js';
import type { PageTexts } from './texts/en.js';
import { pageLanguage, textsIn } from './texts/texts.js';

/** 5,000 characters may be 60,000 bytes of escapes. */
const BODY_BYTES = 128 * 1024;
const NOTHING: Sent = { values: {}, faults: new Map() };

/** Nothing inline, nothing from elsewhere, in no frame. */
const PAGE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

export interface PublicPagesPorts {
  readonly desk: NoticeDesk;
  /** Counts a request of an address. Throws RATE_LIMITED. */
  readonly admit: (address: string) => void;
  readonly service: string | undefined;
  readonly contact: string | undefined;
  readonly language: string;
  readonly appealDays: number;
  /** The rules of use, from the policy in force. */
  readonly usagePolicy: () => Page;
}

/** The pages for those who are signed in nowhere. They work without JavaScript, and no address says what anybody wrote. */
export function publicPages(ports: PublicPagesPorts): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onRequest', async (request, reply) => {
      for (const [name, value] of Object.entries(PAGE_HEADERS)) reply.header(name, value);
      ports.admit(request.ip);
    });
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: BODY_BYTES },
      async (_request: FastifyRequest, body: string) => readForm(body),
    );
    app.setErrorHandler(async (cause, request, reply) => {
      const error = asTyrianError(cause, request, { log: app.log, bodyBytes: BODY_BYTES });
      if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
      const around = surroundings(ports, request);
      const { fault } = around.texts.errors;
      const lead = FAULTS[error.code]?.(around.texts.errors) ?? fault;
      const page = publicPage(around, { path: PATHS.notice, title: fault, lead, body: '' });
      return html(reply.code(error.status), page);
    });
    staticFile(app, STYLE_PATH, 'text/css', STYLE);
    staticFile(app, SCRIPT_PATH, 'text/javascript', SCRIPT);
    noticeRoutes(app, ports);
    appealRoutes(app, ports);
    statusRoutes(app, ports);
    app.get(PATHS.policy, { schema: { hide: true } }, (request, reply) => {
      const { title, lead, blocks, footer } = ports.usagePolicy();
      const body = blocks.map(written).join('\n');
      const page = { path: PATHS.policy, title, lead, body, footer, contentLanguage: 'en' };
      return html(reply, publicPage(surroundings(ports, request), page));
    });
  };
}

function noticeRoutes(app: FastifyInstance, ports: PublicPagesPorts): void {
  form(app, ports, {
    path: PATHS.notice,
    shown: noticeForm,
    async take(around, values, address) {
      const read = noticeOf(values, around.language, around.texts);
      if ('faults' in read) return { sent: { values, faults: read.faults } };
      const receipt = await ports.desk.receiveNotice(read.request, address);
      return { status: 201, page: receiptPage(around, 'notice', receipt) };
    },
  });
}

function appealRoutes(app: FastifyInstance, ports: PublicPagesPorts): void {
  form(app, ports, {
    path: PATHS.appeal,
    shown: appealForm,
    async take(around, values, address) {
      const read = appealOf(values, around.language, around.texts);
      if ('faults' in read) return { sent: { values, faults: read.faults } };
      const receipt = await ports.desk.receiveAppeal(read.request, address);
      return { status: 201, page: receiptPage(around, 'appeal', receipt) };
    },
  });
}

function statusRoutes(app: FastifyInstance, ports: PublicPagesPorts): void {
  form(app, ports, {
    path: PATHS.status,
    shown: statusForm,
    async take(around, { id = '', code = '' }) {
      const asked = { id: id.trim(), code };
      const standing = asked.id.startsWith('apl_')
        ? await ports.desk.appealStanding(asked)
        : await ports.desk.noticeStanding(asked);
      return { status: 200, page: standingPage(around, standing) };
    },
  });
}

type Taken = { readonly status: number; readonly page: string } | { readonly sent: Sent };

interface Form {
  readonly path: string;
  readonly shown: (around: Surroundings, sent: Sent) => string;
  readonly take: (around: Surroundings, values: Values, address: string) => Promise<Taken>;
}

/** What the person can do something about is said in the form, which keeps what they wrote. */
const FAULTS: Readonly<Record<string, (errors: PageTexts['errors']) => string>> = {
  NOT_FOUND: ({ notFound }) => notFound,
  APPEAL_GIVEN: ({ given }) => given,
  APPEAL_TOO_LATE: ({ late }) => late,
  APPEAL_UNFIT: ({ unfit }) => unfit,
  RATE_LIMITED: ({ often }) => often,
};

function form(app: FastifyInstance, ports: PublicPagesPorts, { path, shown, take }: Form): void {
  app.get(path, { schema: { hide: true } }, (request, reply) =>
    html(reply, shown(surroundings(ports, request), NOTHING)),
  );
  app.post(path, { schema: { hide: true }, bodyLimit: BODY_BYTES }, async (request, reply) => {
    const around = surroundings(ports, request);
    const { errors } = around.texts;
    const values = isForm(request.body) ? request.body : {};
    const again = (status: number, faults: Sent['faults']) =>
      html(reply.code(status), shown(around, { values, faults }));
    if (values.website) return again(400, new Map([['', errors.trap]]));
    try {
      const taken = await take(around, values, request.ip);
      return 'sent' in taken ? again(400, taken.sent.faults) : html(reply.code(taken.status), taken.page);
    } catch (error) {
      const words = error instanceof TyrianError ? FAULTS[error.code] : undefined;
      if (!(error instanceof TyrianError) || !words) throw error;
      if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
      return again(error.status, new Map([['', words(errors)]]));
    }
  });
}

function isForm(body: unknown): body is Values {
  return typeof body === 'object' && body !== null;
}

function surroundings(ports: PublicPagesPorts, { query, headers }: FastifyRequest): Surroundings {
  const { service, contact, appealDays } = ports;
  const named = (query as { readonly lang?: unknown }).lang;
  const language = pageLanguage(named, headers['accept-language'], ports.language);
  const texts = textsIn(language);
  return { language, texts, service: service ?? texts.thisService, contact, appealDays };
}

function html(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page);
}

function staticFile(app: FastifyInstance, url: string, type: string, text: string): void {
  app.get(url, { schema: { hide: true } }, (_request, reply) =>
    reply.type(`${type}; charset=utf-8`).header('cache-control', 'public, max-age=3600').send(text),
  );
}
