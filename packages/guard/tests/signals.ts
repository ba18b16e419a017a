import {
  type Attribute,
  type Generation,
  type Hazard,
  type MaturityAxis,
  type MaturityDegree,
  newId,
  type Role,
  type Signal,
  type Span,
  type Stage,
} from '@tyrian/contracts';

interface Where {
  place?: string;
  role?: Role;
  stage?: Stage;
  score?: number;
  at?: Span;
}

function seen({ place = 'messages[0].content', role = 'user', stage = 'input', score = 0.9, at = [0, 4] }: Where) {
  return { score, place, role, stage, spans: [at], via: ['raw'], detector: 'test', version: '1' };
}

/** Signals as a detector would give them, for tests of the policy. */
export function hazard(name: Hazard, where: Where = {}): Signal {
  return { kind: 'hazard', name, ...seen(where) };
}
export function attribute(name: Attribute, where: Where = {}): Signal {
  return { kind: 'attribute', name, ...seen(where) };
}
export function maturity(name: MaturityAxis, degree: MaturityDegree, where: Where = {}): Signal {
  return { kind: 'maturity', name, degree, ...seen(where) };
}

/** A generation of plain user messages. */
export function generationOf(...texts: string[]): Generation {
  return {
    id: newId('generation'),
    stage: 'input',
    audience: 'adult',
    contents: texts.map((text, index) => ({
      modality: 'text',
      place: `messages[${index}].content`,
      role: 'user',
      stage: 'input',
      text,
    })),
  };
}
