import type { Misbehaviour } from './misbehaviour.js';
import { StandInRefusal } from './refusal.js';
import type { RouteRequest } from './routes.js';
import type { Asked, Said, StandInModel } from './stand-in-model.js';
import { standInHazards } from './words.js';

/** Judges each text of a request. Throws StandInRefusal for one that a real server would not take. */
export function judgeRequest(
  { model: named, asked }: RouteRequest,
  {
    model,
    name,
    maxCharacters,
  }: { readonly model: StandInModel; readonly name: string; readonly maxCharacters: number },
  bad: Misbehaviour | undefined,
): readonly Said[] {
  if (named !== undefined && named !== name) throw new StandInRefusal(404, 'there is no model of this name');
  return asked.map((one) => {
    if (sizeOf(one) > maxCharacters)
      throw new StandInRefusal(400, `the prompt is longer than ${maxCharacters} characters`);
    const lack = model.lacks(one);
    if (lack !== undefined) throw new StandInRefusal(400, lack);
    return bad === 'wrong-code' ? model.unknownCategory : model.answer(standInHazards(model.judged(one)), one);
  });
}

function sizeOf(asked: Asked): number {
  if (asked.kind === 'completion') return asked.prompt.length;
  if (asked.kind === 'classify') return asked.text.length;
  return asked.messages.reduce((sum, { text }) => sum + text.length, 0);
}
