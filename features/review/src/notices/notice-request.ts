import { Jurisdiction, NoticeKind } from '@tyrian/contracts';
import { z } from 'zod';

export const TEXT_MAX = 5_000;
const COPIES_MAX = 20;

const Line = (max: number) => z.string().trim().min(1).max(max);
const Language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .max(35);
const VerdictName = z.string().regex(/^vrd_[0-9a-z]{25}$/, 'must be a verdict id, as in vrd_...');

/** Where it is, never the thing itself: no field takes a file, and an address is never fetched. */
const About = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
  verdict: VerdictName.optional(),
  sha256: z
    .array(
      z
        .string()
        .regex(/^[0-9a-fA-F]{64}$/, 'must be 64 hexadecimal digits')
        .toLowerCase(),
    )
    .max(COPIES_MAX)
    .default([]),
  model: z
    .string()
    .regex(/^[\w.:/@ -]{1,200}$/)
    .optional(),
});

const Contact = z.strictObject({ name: Line(200), email: z.email().max(320) });

const Statements = z.strictObject({
  /** What is said is, in good faith, true and complete. */
  goodFaith: z.boolean().default(false),
  /** Of an intimate image: it shows whoever says so, or somebody who has asked them to. */
  isDepicted: z.boolean().default(false),
  /** Of an intimate image: whoever is shown has not agreed. */
  isWithoutConsent: z.boolean().default(false),
  /** Somebody shown is, or may be, under 18. */
  showsMinor: z.boolean().default(false),
});

/** A notice as it comes in. */
export const NoticeRequest = z
  .strictObject({
    kind: NoticeKind,
    jurisdiction: Jurisdiction,
    about: About,
    text: Line(TEXT_MAX),
    contact: Contact.optional(),
    statements: Statements,
    language: Language.default('en'),
    /** The token of a trusted flagger. */
    flagger: z.string().min(20).max(200).optional(),
  })
  .superRefine((request, context) => {
    const missing = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    const { about, statements, contact } = request;
    if (
      about.url === undefined &&
      about.verdict === undefined &&
      about.model === undefined &&
      about.sha256.length === 0
    )
      missing(['about', 'url'], 'say where it is: an address, a verdict id, a SHA-256 or a model');
    if (!statements.goodFaith) missing(['statements', 'goodFaith'], 'must be confirmed');
    if (!contact && needsContact(request)) missing(['contact'], 'is needed for a notice of this kind');
    if (request.kind === 'intimate-image' && !isAboutMinor(request)) {
      if (!statements.isDepicted) missing(['statements', 'isDepicted'], 'must be confirmed');
      if (!statements.isWithoutConsent) missing(['statements', 'isWithoutConsent'], 'must be confirmed');
    }
  });
export type NoticeRequest = z.infer<typeof NoticeRequest>;

type Kind = Pick<NoticeRequest, 'kind' | 'jurisdiction' | 'statements'>;

/** A request under the Take It Down Act and a notice under the DSA name who gives them; nobody must for a child. */
function needsContact(request: Kind): boolean {
  if (isAboutMinor(request)) return false;
  if (request.jurisdiction === 'eu') return true;
  return request.jurisdiction === 'us' && (request.kind === 'intimate-image' || request.kind === 'rights');
}

export function isAboutMinor({ kind, statements }: Kind): boolean {
  return kind === 'child-safety' || statements.showsMinor;
}

/** An appeal as it comes in: against a verdict, or by whoever gave it against the outcome of a notice. */
export const AppealRequest = z
  .strictObject({
    verdict: VerdictName.optional(),
    notice: z.strictObject({ id: Line(64), code: Line(64) }).optional(),
    jurisdiction: Jurisdiction,
    text: Line(TEXT_MAX),
    contact: Contact.optional(),
    language: Language.default('en'),
  })
  .refine(({ verdict, notice }) => (verdict === undefined) !== (notice === undefined), {
    path: ['verdict'],
    error: 'name a verdict, or a notice with its code',
  });
export type AppealRequest = z.infer<typeof AppealRequest>;

/** What opens the status of a notice or an appeal. */
export const StatusRequest = z.strictObject({ id: Line(64), code: Line(64) });
export type StatusRequest = z.infer<typeof StatusRequest>;
