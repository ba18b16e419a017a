import { type Decision, HAZARDS, Hazard, MATURITY_AXES, type Policy, type Rule } from '@tyrian/contracts';
import type { Retained } from '@tyrian/privacy';
import { assuranceWords } from '../assurance-words.js';
import { conditionWords, scopeWords } from '../condition-words.js';
import type { Block, Page } from './block.js';
import { type Facts, factsOf, forAll, READERS } from './facts.js';
import { AXIS_WORDS, HAZARD_WORDS, OUTCOME_WORDS, UP_TO } from './wording.js';

export interface Publisher {
  /** Name of the service. */
  readonly service: string;
  /** Where its users write to. */
  readonly contact: string;
  /** Days that the text of a refusal is kept. */
  readonly evidenceDays: number;
  readonly kept: readonly Retained[];
}

/** A policy in plain words for those whom it is about. */
export function usagePage(policy: Policy, hash: string, publisher: Publisher): Page {
  const facts = factsOf(policy);
  return {
    title: `What ${publisher.service} does not do: ${policy.title}`,
    lead: `Every prompt and every answer of ${publisher.service} is checked against these rules. They are made from the policy that does the checking.`,
    blocks: [
      ...modeNote(policy),
      ...never(facts, policy),
      ...byAge(facts, policy),
      ...takenOut(facts, policy),
      ...held(facts, policy),
      ...unseen(facts),
      ...whatHappens(policy),
      ...help(policy),
      ...kept(publisher),
      ...appeals(publisher),
      ...consequences(policy),
      ...limits(),
      ...everyRule(policy),
    ],
    footer: `Made from policy ${policy.id}, version ${policy.version}, hash ${hash.slice(0, 16)}.`,
  };
}

const heading = (text: string): Block => ({ kind: 'heading', text });
const text = (said: string): Block => ({ kind: 'text', text: said });
const list = (items: readonly string[]): Block => ({ kind: 'list', items });

function modeNote({ mode, canaryPercent }: Policy): Block[] {
  if (mode === 'enforce') return [];
  const who = mode === 'canary' ? `for ${canaryPercent} % of the accounts` : 'for nobody';
  return [
    {
      kind: 'note',
      text: `This policy is being tried out: it is enforced ${who} yet. What must never pass, such as anything that sexualises children, is refused for everyone already.`,
    },
  ];
}

/** Hazards that fare the same, for every reader. */
function hazardsWith({ hazards }: Facts, decision: Decision): string[] {
  return Hazard.options.filter((name) => forAll(hazards[name]) === decision).map((name) => HAZARD_WORDS[name]);
}

function never(facts: Facts, { rules }: Policy): Block[] {
  const refused = hazardsWith(facts, 'refuse');
  const together = rules.filter((rule) => !rule.locked && rule.then === 'refuse' && isComposed(rule)).flatMap(titleOf);
  return [
    heading('What is never allowed'),
    text('Nobody can have this, whoever they are and whatever it is for:'),
    list([...refused, ...together]),
    text(
      'Fiction, role-play, art, or saying that a person is of age does not make sexual content about children allowed. Who tells what was done to them gets help.',
    ),
  ];
}

function isComposed({ when: { all, any = [] } }: Rule): boolean {
  return (all?.length ?? 0) > 1 || any.some(({ all: parts }) => (parts?.length ?? 0) > 1);
}

function titleOf({ title }: Rule): string[] {
  return title === undefined ? [] : [title];
}

function byAge(facts: Facts, { unknownAudience, assurance }: Policy): Block[] {
  const rows = MATURITY_AXES.map((axis) => [
    AXIS_WORDS[axis],
    ...READERS.map((reader) => UP_TO[facts.maturity[axis][reader]] ?? ''),
  ]);
  const differing = Hazard.options
    .filter((name) => forAll(facts.hazards[name]) === undefined)
    .map((name) => [
      name === 'S12' ? 'Sexual content that is not rated' : HAZARD_WORDS[name],
      ...READERS.map((reader) => OUTCOME_WORDS[facts.hazards[name][reader]]),
    ]);
  const adults = assurance?.adult ? ` Adults are those ${assuranceWords(assurance.adult)}.` : '';
  return [
    heading('What depends on who it is for'),
    text(
      `Content is rated: mild, strong, explicit, extreme. Who does not say how old they are is treated as a ${unknownAudience === 'child' ? 'child' : 'teenager'}.${adults} Education, medicine and news may be plainer than the table says.`,
    ),
    {
      kind: 'table',
      caption: 'How far content may go',
      head: ['', 'Children', 'Teenagers', 'Adults'],
      rows: [...rows, ...differing],
    },
  ];
}

function takenOut(facts: Facts, { rules }: Policy): Block[] {
  const items = hazardsWith(facts, 'repair');
  if (items.length === 0) return [];
  const comesBack = rules.some(({ restore }) => restore);
  return [
    heading('What is taken out'),
    text(
      `This is replaced before it goes on, and the rest is answered${comesBack ? '; some of it is put back into the answer, so that only you see it' : ''}:`,
    ),
    list(items),
  ];
}

function held(facts: Facts, { hold, rules }: Policy): Block[] {
  const holding = hold.enabled ? rules.filter(({ then }) => then === 'hold').flatMap(titleOf) : [];
  const items = [...new Set([...hazardsWith(facts, 'hold'), ...holding])];
  if (items.length === 0) return [];
  return [
    heading('What a person decides'),
    text(
      `This waits until a person has looked at it. You get a number under which you can see how it stands. After ${hold.expiresAfterHours} hours without a decision, or where more than ${hold.dailyCap} wait in a day, it is refused.`,
    ),
    list(items),
  ];
}

const GAP_WORDS = {
  language: 'A language that the checks do not understand',
  modality: 'An image, a recording or a file that the checks cannot look at',
  axis: 'A kind of content that the checks cannot rate',
  hazard: 'A kind of content that the checks cannot judge',
} as const;

function unseen({ gaps }: Facts): Block[] {
  const rows = Object.entries(GAP_WORDS).map(([gap, words]) => [
    words,
    ...READERS.map((reader) => OUTCOME_WORDS[gaps[gap as keyof typeof gaps][reader]]),
  ]);
  return [
    heading('What the checks cannot see'),
    text('No check understands everything. What is not understood is said to be so, and this happens with it:'),
    { kind: 'table', caption: 'Where a check has no answer', head: ['', 'Children', 'Teenagers', 'Adults'], rows },
  ];
}

function whatHappens({ rules }: Policy): Block[] {
  const tells = (tier: Rule['explain']) => rules.some((rule) => rule.explain === tier && rule.then !== 'allow');
  return [
    heading('What happens when something is refused'),
    list([
      'You are told that it was refused, and you get a number for it. Nothing of it reaches the model, or nothing of its answer reaches you.',
      ...(tells('words') ? ['For some rules you are told which words led to it, and what would pass.'] : []),
      ...(tells('hazard') ? ['For most you are told what it is about.'] : []),
      ...(tells('nothing')
        ? [
            'About the safety of children and about attacks on the model nothing more is said: an explanation would be a manual.',
          ]
        : []),
    ]),
  ];
}

function help({ rules }: Policy): Block[] {
  if (!rules.some((rule) => rule.help)) return [];
  return [
    heading('If you need help'),
    text(
      'Whoever speaks of suicide, self-harm, or of something that was done to them, gets the number of somebody to talk to in their country. That is no strike against anybody, and no report. In danger, call your local emergency number; https://findahelpline.com lists help lines everywhere.',
    ),
  ];
}

function kept({ kept: all }: Publisher): Block[] {
  return [
    heading('What is kept, and for how long'),
    {
      kind: 'table',
      caption: 'What is kept of what you do here',
      head: ['What', 'Why', 'How long'],
      rows: all
        .filter(({ ofUsers }) => ofUsers)
        .map(({ what, why, days }) => [what, why, days === null ? 'as long as the record' : `${days} days`]),
    },
    list([
      'Opening what is sealed is itself put on record.',
      'Longer where a law or an authority asks for it.',
      'Names of accounts are kept as pseudonyms. You can ask for what is kept about you, and for its erasure where no law stands against it.',
    ]),
  ];
}

function appeals({ contact }: Publisher): Block[] {
  return [
    heading('If you think that it was wrong'),
    text(
      `Everybody can appeal. Give the number that came with the refusal; a person looks at it, not the check again. Write to ${contact}.`,
    ),
  ];
}

function consequences({ rules }: Policy): Block[] {
  const locked = rules.filter((rule) => rule.locked && rule.then === 'refuse');
  return [
    heading('Consequences'),
    list([
      'One refusal is no offence: checks are wrong at times, and people try things.',
      'Who keeps trying to get what is never allowed may be warned, slowed down, limited or shut out. You are told which, why and for how long, and can appeal.',
      ...(locked.length > 0
        ? [
            'Suspected sexual material of children is refused, sealed, looked at by trained people, and reported to the authority that the law names. Nobody else gets it.',
          ]
        : []),
    ]),
  ];
}

function limits(): Block[] {
  return [
    heading('Limits'),
    text(
      'Checks are automatic. They let some things through that they should not, and refuse some that they should not. That something passed does not mean that it is true, lawful or harmless.',
    ),
  ];
}

function everyRule({ rules }: Policy): Block[] {
  return [
    heading('Every rule'),
    {
      kind: 'table',
      caption: 'The rules as they are checked; the most severe one that applies decides',
      head: ['Rule', 'What', 'Who and where', 'Then'],
      rows: rules.map((rule) => [
        rule.id,
        rule.title ?? conditionWords(rule.when),
        scopeWords(rule),
        `${OUTCOME_WORDS[rule.then]}${rule.help ? ', with help' : ''}${rule.locked ? '; cannot be switched off' : ''}`,
      ]),
    },
    text(
      `Names of hazards follow the MLCommons taxonomy: ${Hazard.options
        .filter((name) => /^S\d/.test(name))
        .map((name) => `${name} ${HAZARDS[name]}`)
        .join(', ')}.`,
    ),
  ];
}
