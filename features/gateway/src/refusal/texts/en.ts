import type { RefusalTexts } from './refusal-texts.js';

export const en: RefusalTexts = {
  refused: { input: 'This request was refused.', output: 'This answer was refused.' },
  refusedFor: {
    input: 'This request was refused because of: {subjects}.',
    output: 'This answer was refused because of: {subjects}.',
  },
  held: {
    input: 'This request waits for a person to review it.',
    output: 'This answer waits for a person to review it.',
  },
  heldFor: {
    input: 'This request waits for a person to review it because of: {subjects}.',
    output: 'This answer waits for a person to review it because of: {subjects}.',
  },
  words: 'What led to it: {words}. Without it the request could pass.',
  passing: {
    'personal-data': 'Without names, addresses and numbers of people it could pass.',
    'real-person': 'About an invented person it could pass.',
  },
  subjects: {
    S1: 'violent crimes',
    S2: 'non-violent crimes',
    S3: 'sex-related crimes',
    S5: 'defamation',
    S6: 'specialised advice',
    S7: 'privacy',
    S8: 'intellectual property',
    S9: 'indiscriminate weapons',
    S10: 'hate',
    S11: 'suicide and self-harm',
    S12: 'sexual content',
    S13: 'elections',
    S14: 'code interpreter abuse',
    'hidden-text': 'hidden text',
    'personal-data': 'personal data',
    secret: 'passwords and other secrets',
    'insecure-code': 'insecure code',
    'real-person': 'a real person',
    sexual: 'sexual content',
    violence: 'violence',
    hate: 'hate',
    'self-harm': 'self-harm',
    drugs: 'drugs',
  },
  gaps: {
    language: 'a language that cannot be checked here',
    modality: 'an image, recording or file that cannot be checked here',
    axis: 'a kind of content that cannot be checked here',
    hazard: 'a kind of content that cannot be checked here',
    off: 'something whose check is switched off here',
    unasked: 'something that was not checked in full here',
    down: 'something that cannot be checked just now',
  },
  warned: 'If more requests of this kind come, this account will be slowed down or suspended for a while.',
  selfHarm:
    'If you are thinking about harming yourself, you are not alone, and talking to someone can help. If you are in danger now, call your local emergency number.',
  disclosure:
    'Thank you for telling this. What happened is not your fault, and you deserve help. If you are in danger now, call your local emergency number. Telling a grown-up you trust is a good step, and these people listen, believe you and keep it private.',
  prevention:
    'Whatever brought you here: if something weighs on you, about yourself or about somebody else, you can talk about it in confidence and without giving your name.',
  help: 'You do not have to deal with this alone. If you are in danger now, call your local emergency number.',
  lines: 'People who listen: {lines}.',
  directory: 'You can find more in your country at {url}.',
  appeal: 'Verdict {verdict}; how it stands, and where to appeal: {url}',
  standing: {
    open: 'A person has yet to look at this. Send the same request again once it is released.',
    released: 'A person has released this: the same request is let through now.',
    refused: 'This was refused. If you think that is wrong, write to whoever runs this service and name the verdict.',
    expired: 'Nobody decided in time, so this counts as refused. You may ask whoever runs this service to look again.',
  },
  separators: { sentences: ' ', things: ', ', lines: '; ' },
};
