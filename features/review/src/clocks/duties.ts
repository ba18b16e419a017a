import { Jurisdiction, type NewClock, NoticeKind, newId } from '@tyrian/contracts';
import { z } from 'zod';

const HOUR_MS = 3_600_000;

/** A duty that the law, or we ourselves, set a time for. */
export const Duty = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
    jurisdiction: Jurisdiction,
    /** What must be done, in plain words. */
    duty: z.string().min(1),
    law: z.string().min(1),
    article: z.string().min(1),
    matter: z.enum(['notice', 'appeal']),
    /** Notices of these kinds; of appeals there are none. */
    kinds: z.array(NoticeKind),
    hours: z.number().positive().optional(),
    days: z.number().positive().optional(),
    /** The law names no number: the time is a target of ours. */
    isOurs: z.boolean(),
    starts: z.string().min(1),
    /** Warnings at so many percent of the time; when it is over comes one by itself. */
    warnAt: z.array(z.number().gt(0).lt(100)).max(10),
    source: z.url().nullable(),
    /** When somebody last held this against its source; null: nobody has. */
    checkedOn: z.iso.date().nullable(),
  })
  .refine(({ hours, days }) => (hours === undefined) !== (days === undefined), 'needs hours or days')
  .refine(({ matter, kinds }) => (matter === 'notice') === kinds.length > 0, 'a notice has kinds, an appeal has none');
export type Duty = z.infer<typeof Duty>;

/** The file of duties. Every notice and every appeal has a clock in every jurisdiction, so that none waits for ever. */
export const Duties = z
  .strictObject({ version: z.literal(1), duties: z.array(Duty).max(500) })
  .refine(({ duties }) => new Set(duties.map(({ id }) => id)).size === duties.length, 'each needs an id of its own')
  .superRefine(({ duties }, context) => {
    for (const jurisdiction of Jurisdiction.options) {
      const here = duties.filter((duty) => duty.jurisdiction === jurisdiction);
      const missing = [
        ...NoticeKind.options.filter((kind) => !here.some(({ kinds }) => kinds.includes(kind))),
        ...(here.some(({ matter }) => matter === 'appeal') ? [] : ['appeal']),
      ];
      for (const one of missing)
        context.addIssue({ code: 'custom', message: `no clock in ${jurisdiction} for ${one}` });
    }
  })
  .transform(({ duties }) => duties);

/** What a clock is for. */
export type Occasion =
  | { readonly matter: 'notice'; readonly kind: NoticeKind; readonly jurisdiction: Jurisdiction }
  | { readonly matter: 'appeal'; readonly jurisdiction: Jurisdiction };

/** The clocks that start with a notice or an appeal at a time, in milliseconds since 1970. */
export function clocksFor(duties: readonly Duty[], occasion: Occasion, at: number): NewClock[] {
  return duties
    .filter(
      ({ matter, jurisdiction, kinds }) =>
        matter === occasion.matter &&
        jurisdiction === occasion.jurisdiction &&
        (occasion.matter === 'appeal' || kinds.includes(occasion.kind)),
    )
    .map(({ id, hours, days, warnAt }) => {
      const period = (hours ?? (days ?? 0) * 24) * HOUR_MS;
      const marks = [...warnAt].sort((a, b) => a - b).map((percent) => Math.round(at + (period * percent) / 100));
      return { id: newId('clock', at), duty: id, dueAt: Math.round(at + period), warnAt: marks };
    });
}
