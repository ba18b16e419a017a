import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { CONSOLE_FOLDER } from '../assets.js';

/**
 * Nothing inline, nothing from elsewhere, in no frame. Pages are told apart by their address only, and no address that
 * was looked at goes anywhere else.
 */
const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=()',
} as const;

/** The console's pages. Its files carry a hash in their names, and so never change; the page itself is never kept. */
export const consoleFiles: FastifyPluginAsync = async (app) => {
  if (!existsSync(CONSOLE_FOLDER)) return;
  await app.register(fastifyStatic, { root: CONSOLE_FOLDER, serve: false });
  app.addHook('onRequest', async (_request, reply) => {
    for (const [name, value] of Object.entries(PAGE_HEADERS)) reply.header(name, value);
  });
  page(app, '/console');
  page(app, '/console/*');
  app.get('/console/assets/:file', { schema: { hide: true } }, (request, reply) => {
    const { file } = request.params as { file: string };
    return reply.sendFile(`assets/${file}`, { maxAge: '365d', immutable: true });
  });
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/console'));
};

function page(app: FastifyInstance, url: string): void {
  app.get(url, { schema: { hide: true } }, (_request, reply) =>
    reply.header('cache-control', 'no-store').sendFile('index.html', { cacheControl: false }),
  );
}
