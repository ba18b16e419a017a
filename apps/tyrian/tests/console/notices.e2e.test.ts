import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startServer, temporaryFolder } from '../_program.js';
import { axeFaults, complaintsOf, openBrowser } from './_browser.js';
import { firstMember } from './_signed-in.js';

const PATHS = ['/notice', '/notice/status', '/appeal', '/usage-policy'];

describe('the public pages in a browser', () => {
  const folder = temporaryFolder();
  let server: Running;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[] = [];

  beforeAll(async () => {
    server = await startServer(folder.path);
    browser = await openBrowser();
    page = await browser.newPage({ locale: 'en' });
    complaints = complaintsOf(page);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    folder.dispose();
  });

  it.each(['light', 'dark'] as const)(
    'are without a fault in the %s theme, at the width of a phone',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 700 });
      for (const path of PATHS) {
        for (const lang of ['en', 'de', 'pl']) {
          await page.goto(`${server.url}${path}?lang=${lang}`);
          expect(await axeFaults(page)).toEqual([]);
          const width = await page.evaluate<number>('document.documentElement.scrollWidth');
          expect(width).toBeLessThanOrEqual(320);
        }
      }
      expect(complaints).toEqual([]);
    },
  );

  it('take a notice by keyboard, with the fingerprint of a file that is not sent, and show its outcome', async () => {
    await page.goto(`${server.url}/notice`);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    const body = Buffer.from('a zebrafish of bytes');
    await page
      .getByLabel('Make fingerprints of files')
      .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: body });
    await page.getByText('Fingerprints added').waitFor();
    const list = page.getByLabel('Fingerprints of files (SHA-256), one a line');
    expect(await list.inputValue()).toBe(createHash('sha256').update(body).digest('hex'));
    await page.getByRole('button', { name: 'Send the notice' }).press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.getByLabel('What is it about?').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('What is it about?').selectOption('rights');
    await page.getByLabel('Where are you?').selectOption('uk');
    await page.getByLabel('What is wrong, and why?').fill('a zebrafish');
    await page.getByLabel('in good faith').press('Space');
    await page.getByRole('button', { name: 'Send the notice' }).press('Enter');
    await page.getByRole('heading', { name: 'We have your notice' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const [id = '', code = ''] = await page.locator('code').allTextContents();
    expect(sent.join('\n')).not.toContain('zebrafish of bytes');
    expect(page.url()).not.toContain(id);

    const member = await firstMember(browser, server);
    await member.getByRole('banner').getByRole('link', { name: 'Cases' }).click();
    await member.getByRole('row', { name: /notice/ }).waitFor();
    await member.getByRole('button', { name: /^Take the next/ }).click();
    await member.getByRole('heading', { name: 'A notice from outside' }).waitFor();
    await member.getByRole('button', { name: 'Open the text' }).click();
    await member.getByLabel('Keep it uncovered').check();
    await member.getByText('a zebrafish', { exact: true }).waitFor();
    expect(await axeFaults(member)).toEqual([]);
    await member.getByRole('radio', { name: 'removed' }).check();
    await member.getByLabel('Why').fill('seen');
    await member.getByLabel('What they are told').fill('We have removed it.');
    await member.getByRole('button', { name: 'Give the outcome' }).click();
    await member.getByRole('heading', { name: /^Decided/ }).waitFor();
    await page.getByRole('link', { name: 'How it stands' }).click();
    await page.getByLabel('Id').fill(id);
    await page.getByLabel('Code').fill(code);
    await page.getByRole('button', { name: 'Show' }).press('Enter');
    await page.getByText('We have removed it.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(page.url()).not.toContain(code);
  });

  it('offer no field for files without JavaScript', async () => {
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(`${server.url}/notice`);
    expect(await plain.locator('input[type=file]').count()).toBe(0);
    expect(await plain.getByRole('button', { name: 'Send the notice' }).isVisible()).toBe(true);
  });
});
