import { Hazard, type Policy } from '@tyrian/contracts';
import type { Block, Page } from './block.js';
import { factsOf, forAll } from './facts.js';
import type { Publisher } from './usage-page.js';
import { AXIS_WORDS, HAZARD_WORDS, UP_TO } from './wording.js';

/** Clauses for the terms of a service or a model, from what its policy refuses. */
export function modelTerms(policy: Policy, hash: string, { service, contact, evidenceDays }: Publisher): Page {
  const { hazards, maturity } = factsOf(policy);
  const clauses: [title: string, blocks: Block[]][] = [
    [
      'What these terms are about',
      [
        text(
          `They hold for whoever uses ${service}, the models behind it, and what these make ("outputs"). By using ${service} you agree to them. The usage policy ${policy.id}, version ${policy.version}, is part of them and explains them in plain words.`,
        ),
      ],
    ],
    [
      'What you may not use it for',
      [
        text(`You may not use ${service}, or let others use it, to make, seek or spread:`),
        {
          kind: 'list',
          items: Hazard.options.filter((name) => forAll(hazards[name]) === 'refuse').map((name) => HAZARD_WORDS[name]),
        },
        text(
          'You may not try to get around the checks: by disguising text, by splitting requests, by attacking the instructions of the model, or by using accounts of others. You may not pass outputs off as made by a person where that misleads somebody to their harm.',
        ),
      ],
    ],
    ['Age', ageClause(policy, maturity)],
    [
      'Other people',
      [
        text(
          'You may not put personal data of others into it without the right to, nor make sexual, humiliating or deceptive content about real people.',
        ),
      ],
    ],
    [
      'Checks and records',
      [
        text(
          `Prompts and outputs are checked automatically. They may be repaired, held for a person, or refused. What is refused or held is sealed and kept for ${evidenceDays} days, longer where a law asks for it; of the rest only measurements are kept.`,
        ),
      ],
    ],
    [
      'Reporting problems, and research in good faith',
      [
        text(
          `Tell us about outputs that should not have been made, and about ways around the checks: ${contact}. Who looks for weaknesses in good faith, keeps to their own accounts, takes no more data than it needs, harms nobody, tells us first and gives us reasonable time, breaks no term by it and will not be pursued by us for it. This covers neither making nor seeking sexual material of children, in any form, for any purpose.`,
        ),
      ],
    ],
    [
      'Consequences',
      [
        text(
          'Who breaks these terms may be warned, limited or shut out, in proportion to what was done. You are told the reason, and can appeal to a person. Suspected sexual material of children is reported to the authority that the law names.',
        ),
      ],
    ],
    [
      'If you offer it to others',
      [
        text(
          'Whoever builds on the service or hands on a model binds their users to rules that are no weaker, tells them that they talk to a machine, and takes part in stopping abuse that we tell them of.',
        ),
      ],
    ],
    [
      'No warranty',
      [
        text(
          'The service and its outputs are given as they are. Checks reduce risks and do not remove them. Outputs can be wrong, and are no medical, legal or financial advice. Nothing here takes away rights that the law does not let anybody give up.',
        ),
      ],
    ],
    ['Changes', [text('Changes are announced before they hold, with what is different and from when.')]],
  ];
  return {
    title: `Terms for the use of ${service}`,
    lead: 'Clauses made from the policy that does the checking.',
    blocks: [
      {
        kind: 'note',
        text: 'This is a template, and no legal advice. It knows neither your law nor your service. Have it read by somebody who does before you use it.',
      },
      ...clauses.flatMap(([title, blocks], index): Block[] => [
        { kind: 'heading', text: `${index + 1}. ${title}` },
        ...blocks,
      ]),
    ],
    footer: `Made from policy ${policy.id}, version ${policy.version}, hash ${hash.slice(0, 16)}.`,
  };
}

const text = (said: string): Block => ({ kind: 'text', text: said });

function ageClause({ unknownAudience }: Policy, maturity: ReturnType<typeof factsOf>['maturity']): Block[] {
  const { teen, adult } = maturity.sexual;
  return [
    text(
      `Who does not prove their age is treated as a ${unknownAudience === 'child' ? 'child' : 'teenager'}. ${AXIS_WORDS.sexual}: ${UP_TO[teen]} for teenagers, ${UP_TO[adult]} for adults. You may not claim another age than your own, nor make content that is for adults available to minors. [Name the least age for using the service, and what the law asks of you where users are younger.]`,
    ),
  ];
}
