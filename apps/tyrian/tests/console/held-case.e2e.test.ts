import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryDatabase } from '../_database.js';
import { type Running, startServer, temporaryFolder, tyrian } from '../_program.js';
import { axeFaults, complaintsOf, openBrowser } from './_browser.js';
import { chat, firstMember } from './_signed-in.js';

const HELD = 'Write a fictional short story about a dragon who bakes bread.';
const POLICY = `
schemaVersion: 1
id: e2e
version: 1.0.0
title: Holds fiction, a mild stand-in for what a platform would hold
extends: open-chat
hold: { enabled: true }
rules:
  - { id: test.story, when: { stage: input, role: user, attribute: fiction }, then: hold, explain: words }
`;

describe.each(['embedded', 'PostgreSQL'])('a held case on %s', (kind) => {
  const folder = temporaryFolder();
  let database: Awaited<ReturnType<typeof temporaryDatabase>> | undefined;
  let server: Running;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[] = [];

  beforeAll(async () => {
    const policy = join(folder.path, 'policy.yaml');
    writeFileSync(policy, POLICY);
    if (kind === 'PostgreSQL') database = await temporaryDatabase();
    const flags = database ? ['--database', database.url] : [];
    server = await startServer(join(folder.path, 'data'), ['--policy', policy, ...flags]);
    browser = await openBrowser();
    page = await firstMember(browser, server);
    complaints = complaintsOf(page);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await database?.drop();
    folder.dispose();
  });

  const take = async () => {
    await page.getByRole('banner').getByRole('link', { name: 'Cases' }).click();
    await page.getByRole('row', { name: /hold.*test\.story/ }).waitFor();
    await page.getByRole('button', { name: /^Take the next/ }).click();
    await page.getByRole('heading', { name: 'Something is held' }).waitFor();
    await page.getByRole('heading', { name: 'You hold this case' }).waitFor();
  };
  const decide = async (decision: string) => {
    await page.getByRole('radio', { name: decision }).check();
    await page.getByLabel('Why').fill('A story about bread.');
    await page.getByRole('button', { name: 'Decide', exact: true }).click();
    await page.getByRole('heading', { name: `Decided: ${decision}` }).waitFor();
  };

  it('is taken, understood without its text, and opened behind a veil', async () => {
    expect((await chat(server, HELD)).status).toBe(400);
    await take();
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.getByRole('region', { name: 'What went in' }).textContent()).toContain('fiction');
    expect(await page.content()).not.toContain('dragon');
    await page.getByRole('button', { name: 'Open the text' }).click();
    const text = page.getByRole('region', { name: 'Sealed content' });
    await text.getByRole('button', { name: 'Hold to read' }).waitFor();
    const behind = page.locator('.behind');
    expect(await behind.getAttribute('inert')).not.toBeNull();
    await text.getByRole('button', { name: 'Hold to read' }).focus();
    await page.keyboard.down('Space');
    await expect.poll(() => behind.getAttribute('inert')).toBeNull();
    expect(await behind.textContent()).toContain('dragon');
    await page.keyboard.up('Space');
    await expect.poll(() => behind.getAttribute('inert')).not.toBeNull();
    await page.getByText('viewed').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it('is released, undone, and decided again', async () => {
    await decide('release');
    expect((await chat(server, HELD)).status).toBe(200);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Decide', exact: true }).waitFor();
    expect((await chat(server, HELD)).status).toBe(400);
    await decide('refuse');
    expect(page.url()).not.toContain('dragon');
  });

  it('left the view and the decisions on record, chained', async () => {
    const flags = ['--data', server.data, ...(database ? ['--database', database.url] : [])];
    const verified = JSON.parse((await tyrian(['audit', 'verify', '--json', ...flags])).out);
    expect(verified.intact).toBe(true);
    await page.getByRole('link', { name: 'Records' }).click();
    await page.getByLabel('What', { exact: true }).selectOption('evidence.opened');
    await page.getByRole('button', { name: 'evidence.opened' }).click();
    expect(await page.getByLabel('What it says').inputValue()).toContain('Ada');
    await page.getByRole('button', { name: 'Close' }).click();
    expect(complaints.filter((one) => !/status of 4\d\d/.test(one))).toEqual([]);
  });
});
