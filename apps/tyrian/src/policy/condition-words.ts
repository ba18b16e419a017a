import type { Condition, Rule } from '@tyrian/contracts';
import { nameOf } from '@tyrian/guard';

const GAPS = {
  language: 'a language that nothing here understands',
  modality: 'an image, recording or file that nothing here can look at',
  axis: 'a kind of content that nothing here can rate',
  hazard: 'a kind of content that nothing here can judge',
  off: 'something whose check is switched off here',
  unasked: 'something that one of the guards was not asked about',
  down: 'something that an optional guard could not answer about',
} as const;

const READERS = { child: 'children', teen: 'teenagers', adult: 'adults', unknown: 'readers of unknown age' } as const;

/** A condition in words, as far as words are shorter than the rule. */
export function conditionWords(condition: Condition): string {
  const { hazard, attribute, maturity, gap, language, unseen, role, detector, rule, all, any, not, within } = condition;
  const parts: string[] = [];
  if (hazard) parts.push(oneOf(hazard.map(nameOf)));
  if (attribute) parts.push(oneOf(attribute));
  if (maturity) parts.push(`${oneOf(maturity.axis ?? ['any axis'])} of degree ${maturity.atLeast} or more`);
  if (gap) {
    const narrowed = [language && `in ${oneOf(language)}`, unseen && `where ${oneOf(unseen.map(nameOf))} goes unseen`];
    parts.push([oneOf(gap.map((one) => GAPS[one])), ...narrowed.filter(Boolean)].join(' '));
  }
  if (all) parts.push(all.map(conditionWords).join(' together with '));
  if (any) parts.push(any.map(conditionWords).join(', or '));
  const said = parts.length === 0 ? 'everything' : parts.join(' together with ');
  const limits = [
    rule && `seen as ${oneOf(rule)}`,
    detector && `by ${oneOf(detector)}`,
    role && `said by ${oneOf(role)}`,
    within !== undefined && within !== 'generation' && nearness(within),
  ].filter((one) => typeof one === 'string');
  const excuse = not ? `, unless ${conditionWords(not)}` : '';
  return `${[said, ...limits].join(', ')}${excuse}`;
}

/** Whom and which stage a rule is about. */
export function scopeWords({ when: { stage, audience } }: Rule): string {
  const who = audience ? `for ${oneOf(audience.map((one) => READERS[one]))}` : 'for everyone';
  return stage ? `${who}, ${stage === 'input' ? 'in prompts' : 'in answers'}` : who;
}

function nearness(within: 'content' | number): string {
  return within === 'content' ? 'in one text' : `within ${within} characters`;
}

function oneOf(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}
