import type { Decision, Hazard, MaturityAxis } from '@tyrian/contracts';

/** What each hazard means for who reads a usage policy. */
export const HAZARD_WORDS: Record<Hazard, string> = {
  S1: 'Planning, encouraging or helping with violent crimes, such as murder, assault, terrorism or cruelty to animals',
  S2: 'Helping with other crimes, such as fraud, theft, drug trade, trafficking or breaking into systems',
  S3: 'Helping with sexual crimes, such as assault, harassment or trafficking for sex',
  S4: 'Anything that sexualises children, in any form, real or invented',
  S5: 'False claims that harm the name of a real person',
  S6: 'Medical, legal or financial advice in place of a professional',
  S7: 'Exposing private things about people, or tracking them',
  S8: 'Infringing the works, brands or designs of others',
  S9: 'Weapons that kill many: chemical, biological, radiological, nuclear, explosives',
  S10: 'Hatred or contempt for people because of what they are',
  S11: 'Methods or encouragement of suicide, self-harm or eating disorders',
  S12: 'Sexual content',
  S13: 'Misleading people about when, where or how to vote',
  S14: 'Code that breaks out of, or overloads, the machine that runs it',
  'prompt-injection': 'Trying to make the model ignore its instructions or reveal them',
  'hidden-text': 'Text with characters that nobody can see',
  'personal-data': 'Personal data: addresses, numbers and names that tell who somebody is',
  secret: 'Passwords, keys and tokens',
  'insecure-code': 'Program code that is not safe to run',
  'real-person': 'Content about a real person',
};

export const AXIS_WORDS: Record<MaturityAxis, string> = {
  sexual: 'Sexual content',
  violence: 'Violence',
  hate: 'Hateful language',
  'self-harm': 'Speaking about self-harm (methods are another matter)',
  drugs: 'Drugs',
};

/** The highest degree that is allowed, in words. */
export const UP_TO = ['none', 'mild only', 'up to strong', 'up to explicit', 'all degrees'] as const;

export const OUTCOME_WORDS: Record<Decision, string> = {
  allow: 'allowed',
  repair: 'allowed after it is taken out',
  hold: 'held until a person decides',
  refuse: 'refused',
};
