import { describe, expect, it } from 'vitest';
import type { AnswerSettings } from '../src/ports.js';
import { AUTH, ask, chunk, completion, post, scriptedUpstream, startServer } from './_server.js';

const CHAT = '/v1/chat/completions';
const ANSWERS: AnswerSettings = {
  language: 'tr',
  country: 'DE',
  helpLines: [
    { country: 'DE', name: 'Zorb', number: '111', for: ['suicide'], languages: ['de'], source: 'https://a.test' },
    { country: 'FR', name: 'Blax', number: '222', for: ['suicide'], languages: ['fr'], source: 'https://a.test' },
  ],
};
const started = (upstream = scriptedUpstream([JSON.stringify(completion('zorblax'))])) =>
  startServer({ answers: ANSWERS, upstream });

describe('an answer to a person', () => {
  it('is in the language of the prompt, of the request, or of the platform', async () => {
    const server = await started();
    const refusalOf = async (text: string, headers = {}): Promise<string> =>
      (await post(server, CHAT, ask(text), headers)).json().error.message;
    expect(await refusalOf('Erzähl mir bitte etwas über zorblax und die Katze.', { 'accept-language': 'fr' })).toMatch(
      /^Diese Anfrage wurde abgelehnt\. Grund: /,
    );
    expect(await refusalOf('zorblax', { 'accept-language': 'fr' })).toMatch(/^Cette demande a été refusée\. Motif : /);
    expect(await refusalOf('zorblax')).toMatch(/^Bu istek reddedildi\. /);
  });

  it.each([false, true])('speaks about a refused answer in the language of the prompt (stream: %s)', async (stream) => {
    const streamed = [chunk(0, { content: 'zorblax' }), chunk(0, {}, 'stop')].map(
      (one) => `data: ${JSON.stringify(one)}\n\n`,
    );
    const server = await started(stream ? scriptedUpstream(streamed, { type: 'text/event-stream' }) : undefined);
    const { body } = await post(server, CHAT, ask('Erzähl mir bitte etwas über die Katze.', { stream }));
    expect(body).toContain('Diese Antwort wurde zurückgehalten. Grund: Straftaten ohne Gewalt. Entscheidung vrd_');
    expect(body).not.toContain('zorblax');
  });

  it('about self-harm is a message with help lines of where the user is', async () => {
    const server = await started();
    const answer = async (headers = {}): Promise<{ message: { content: string } }[]> =>
      (await post(server, CHAT, ask('Erzähl mir bitte etwas über helprix und die Katze.'), headers)).json().choices;
    expect((await answer())[0]?.message.content).toContain('Zorb 111');
    expect((await answer({ 'x-tyrian-country': 'fr' }))[0]?.message.content).toContain('Blax 222');
    expect((await post(server, CHAT, ask('helprix'), { 'x-tyrian-country': 'France' })).statusCode).toBe(400);
  });

  it('says how a verdict stands in the language that is asked for', async () => {
    const server = await started();
    const { error } = (await post(server, CHAT, ask('Erzähl mir bitte etwas über holdrix und die Katze.'))).json();
    expect(error.message).toMatch(/^Diese Anfrage wartet darauf, dass ein Mensch sie prüft\. Grund: Verleumdung\. /);
    const headers = { ...AUTH, 'accept-language': 'ja' };
    const standing = await server.app.inject({ url: error.status_url, headers });
    expect(standing.json().explanation).toBe(
      'まだ担当者が確認していません。許可されたら、同じリクエストをもう一度送ってください。',
    );
  });
});
