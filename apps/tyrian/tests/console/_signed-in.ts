import type { Browser, Page } from 'playwright-core';
import type { Running } from '../_program.js';

export const PASSWORD = 'otters sleep holding hands';

/** A page of the first member, who has just come in. */
export async function firstMember(browser: Browser, server: Running, name = 'Ada'): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/console`);
  await page.getByLabel('Code of the server').fill(server.firstCode ?? '');
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create my account' }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  return page;
}

/** Asks the gateway as a user's product would. */
export function chat({ url, key }: Running, content: string): Promise<Response> {
  return fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'demo', messages: [{ role: 'user', content }] }),
  });
}
