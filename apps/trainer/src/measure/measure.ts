import { auprc, type BenignLine, recallAtFalsePositives } from '@tyrian/guard';
import type { TrainingRow } from '../rows/training-row.js';
import type { EvaluationRows } from './evaluation-rows.js';
import type { Figures, HazardFigures, LanguageFigures } from './figures.js';
import { grouped } from './grouped.js';
import { measureHead } from './measure-head.js';
import { measurePadding } from './measure-padding.js';
import { type Scored, scoreRows } from './scored.js';

/** Heads that say whether something is harmful; the others name the hazard. */
const DETECTING = ['request', 'content', 'jailbreak'];

export interface MeasureOptions {
  /** Another model to compare with, where it has a head of the same name. */
  readonly against?: Uint8Array | undefined;
  /** Harmless lines by language, to count how many are flagged. */
  readonly benign: readonly BenignLine[];
}

/** Measures a model as it is shipped: its bytes are read, and every figure is of calibrated scores. */
export function measure(
  model: Uint8Array,
  { rows, seen }: EvaluationRows,
  { against, benign }: MeasureOptions,
): Figures {
  const scored = scoreRows(model, rows);
  const before = against && scoreRows(against, rows);
  const heads = DETECTING.flatMap((head) => {
    const scores = scored.probabilities.get(head);
    const flagged = scored.flagged.get(head);
    return scores && flagged
      ? [measureHead({ head, scores, flagged, before: before?.probabilities.get(head) }, rows)]
      : [];
  });
  const padding = measurePadding(model, rows);
  return {
    rows: rows.length,
    seen,
    heads,
    hazards: hazardFigures(scored, rows),
    languages: languageFigures(model, benign),
    ...(padding && { padding }),
  };
}

/** Each hazard against rows of other known hazards and all harmless rows; recall where one benign row in a hundred is named. */
function hazardFigures({ probabilities }: Scored, rows: readonly TrainingRow[]): HazardFigures[] {
  return [...probabilities.keys()]
    .filter((head) => !DETECTING.includes(head))
    .map((head) => {
      const hazard = head.toUpperCase();
      const scores = probabilities.get(head) ?? new Float64Array(rows.length);
      const known = [...rows.keys()].filter(
        (index) => rows[index]?.label === 0 || (rows[index]?.hazards.length ?? 0) > 0,
      );
      const labels = Uint8Array.from(known, (index) => (rows[index]?.hazards.includes(hazard) ? 1 : 0));
      const harmful = labels.reduce((sum, label) => sum + label, 0);
      const cut = known.filter((index) => rows[index]?.kind === 'benign' || rows[index]?.hazards.includes(hazard));
      const cutLabels = Uint8Array.from(cut, (index) => (rows[index]?.kind === 'benign' ? 0 : 1));
      const of = (chosen: readonly number[]) => Float64Array.from(chosen, (index) => scores[index] ?? 0);
      const orNull = (figure: number) => (Number.isNaN(figure) ? null : figure);
      return {
        hazard,
        harmful,
        auprc: orNull(auprc(of(known), labels)),
        base: harmful / known.length,
        recall: orNull(recallAtFalsePositives(of(cut), cutLabels, 0.01).recall),
      };
    });
}

function languageFigures(model: Uint8Array, lines: readonly BenignLine[]): LanguageFigures[] {
  const byLanguage = grouped(lines, ({ language }) => language);
  return [...byLanguage].map(([language, of]) => {
    const { flagged } = scoreRows(model, of);
    const count = (head: string) => flagged.get(head)?.reduce((sum, flag) => sum + flag, 0) ?? 0;
    return { language, lines: of.length, flagged: Object.fromEntries(DETECTING.map((head) => [head, count(head)])) };
  });
}
