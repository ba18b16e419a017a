import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startServer, temporaryFolder } from '../_program.js';
import { axeFaults, complaintsOf, openBrowser } from './_browser.js';
import { chat, firstMember, PASSWORD } from './_signed-in.js';

/** How an admin brings somebody in, and what that somebody has then. */
describe('the team in the console', () => {
  const folder = temporaryFolder();
  let server: Running;
  let browser: Browser;
  let page: Page;
  let other: Page;
  let complaints: readonly string[] = [];

  beforeAll(async () => {
    server = await startServer(folder.path);
    browser = await openBrowser();
    page = await firstMember(browser, server);
    complaints = complaintsOf(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    other = await (await browser.newContext()).newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    folder.dispose();
  });

  /** Asks as the page would that is open there. */
  const askFrom = (from: Page, name: string, body: object): Promise<{ status: number; code?: string }> =>
    from.evaluate(
      async ([path, sent]) => {
        const answer = await fetch(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-tyrian-console': '1' },
          body: sent,
        });
        return { status: answer.status, ...((await answer.json()) as { code?: string }) };
      },
      [`/console/api/${name}`, JSON.stringify(body)] as const,
    );
  const goTo = async (letter: string, title: string) => {
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  };

  it('invites somebody with a link that is shown once and can be copied', async () => {
    await goTo('m', 'Team');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
    await dialog.getByLabel('Name').fill('Bea');
    await dialog.getByRole('checkbox', { name: /^reviewer/ }).check();
    await dialog.getByLabel('Languages').fill('pt, en');
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    const link = await dialog.getByLabel('Invitation').inputValue();
    expect(link).toMatch(/\/console\/join#([a-z0-9]{4}-){4}[a-z0-9]{4}$/);
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await dialog.getByText('Copied.').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('row', { name: /Bea invited reviewer all pt, en off/ }).waitFor();
    expect(await page.content()).not.toContain(link.split('#')[1]);
    await other.goto(link);
  });

  it('lets them in with what their role allows, and nothing else', async () => {
    await other.getByRole('textbox', { name: 'Password' }).fill(`${PASSWORD} too`);
    await other.getByRole('button', { name: 'Create my account' }).click();
    await other.getByRole('heading', { name: 'Overview' }).waitFor();
    await other.getByRole('banner').getByRole('link', { name: 'Cases' }).waitFor();
    expect(
      await other
        .getByRole('banner')
        .getByRole('link', { name: /Team|API keys/ })
        .count(),
    ).toBe(0);
    for (const [name, body] of [
      ['member.list', {}],
      ['member.invite', { name: 'Cid', roles: ['admin'], tenant: null }],
      ['key.list', {}],
      ['key.create', { tenant: 'default', name: 'mine', audience: 'adult', refusal: 'error' }],
    ] as const)
      expect(await askFrom(other, name, body)).toMatchObject({ status: 403, code: 'CAPABILITY_MISSING' });
  });

  it('gives them another role, which counts at once', async () => {
    await page.getByRole('button', { name: 'Change Bea' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change Bea' });
    await dialog.getByRole('checkbox', { name: /^reviewer/ }).uncheck();
    await dialog.getByRole('checkbox', { name: /^auditor/ }).check();
    await dialog.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('row', { name: /Bea auditor/ }).waitFor();
    await other.reload();
    await other.getByRole('banner').getByRole('link', { name: 'Team' }).click();
    await other.getByRole('row', { name: /Bea auditor/ }).waitFor();
    expect(await other.getByRole('button', { name: /Invite|Change|Disable/ }).count()).toBe(0);
    await other.setViewportSize({ width: 390, height: 900 });
    expect(await axeFaults(other)).toEqual([]);
  });

  it('asks the server by itself as nobody, and for somebody who does something as them', async () => {
    const seen: (string | undefined)[] = [];
    page.on('request', (request) => seen.push(request.headers()['x-tyrian-console']));
    await goTo('o', 'Overview');
    await expect.poll(() => seen.at(-1), { timeout: 40_000, interval: 500 }).toBe('background');
    expect(seen[0]).toBe('1');
  });

  it('shuts them out at once, with a reason on record', async () => {
    await goTo('m', 'Team');
    await page.getByRole('button', { name: 'Disable Bea' }).click();
    const dialog = page.getByRole('dialog', { name: 'Disable Bea' });
    await dialog.getByLabel('Why').fill('Works elsewhere now.');
    await dialog.getByRole('button', { name: 'Disable', exact: true }).click();
    await page.getByRole('row', { name: /Bea disabled/ }).waitFor();
    const recorded = await askFrom(page, 'record.list', { type: 'member.disabled' });
    expect(JSON.stringify(recorded)).toContain('Works elsewhere now.');
    expect(await askFrom(other, 'member.list', {})).toMatchObject({ status: 401, code: 'SESSION_REQUIRED' });
  });

  it('makes a key that works at once, renews it, and revokes it', async () => {
    await goTo('k', 'API keys');
    await page.getByRole('button', { name: 'Make a key' }).click();
    const making = page.getByRole('dialog', { name: 'Make a key' });
    await making.getByLabel('Name').fill('web');
    await making.getByLabel('Policy').fill('no-such-policy');
    await making.getByRole('button', { name: 'Make it' }).click();
    await making.getByRole('alert').waitFor();
    await making.getByLabel('Policy').fill('');
    await making.getByRole('button', { name: 'Make it' }).click();
    const first = await making.getByLabel('Secret of web').inputValue();
    expect(await making.getByLabel('To try it').inputValue()).toContain(`Bearer ${first}`);
    expect(await axeFaults(page)).toEqual([]);
    await making.getByRole('button', { name: 'Close' }).click();
    const calls = async (key: string) => (await chat({ ...server, key }, 'Tell me about otters.')).status;
    expect(await calls(first)).toBe(200);

    await page.getByRole('button', { name: 'Renew web' }).click();
    const renewing = page.getByRole('dialog', { name: 'Renew web' });
    await renewing.getByLabel('The old secret still counts').selectOption('not at all');
    await renewing.getByRole('button', { name: 'Make a new secret' }).click();
    const second = await renewing.getByLabel('Secret of web').inputValue();
    await renewing.getByRole('button', { name: 'Close' }).click();
    expect([await calls(first), await calls(second)]).toEqual([401, 200]);
    expect(await page.content()).not.toContain(second);

    await page.getByRole('button', { name: 'Revoke web' }).click();
    await page.getByRole('button', { name: 'Revoke it for good' }).click();
    await page.getByRole('row', { name: /web default .* revoked/ }).waitFor();
    expect(await calls(second)).toBe(401);
  });

  it.each(['Team', 'API keys'])(
    'has nothing that axe objects to on %s, wide and narrow, light and dark',
    async (name) => {
      for (const [colorScheme, width] of [
        ['light', 1280],
        ['dark', 1280],
        ['light', 390],
        ['dark', 390],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        const menu = page.getByRole('button', { name: 'Menu' });
        if ((await menu.isVisible()) && (await menu.getAttribute('aria-expanded')) === 'false') await menu.click();
        await page.getByRole('banner').getByRole('link', { name, exact: true }).click();
        await page.getByRole('heading', { level: 1, name }).waitFor();
        await page.getByRole('table').waitFor();
        expect(await axeFaults(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
    },
  );

  it('kept to its own rules', () => {
    expect(complaints.filter((one) => !/status of 4\d\d/.test(one))).toEqual([]);
  });
});
