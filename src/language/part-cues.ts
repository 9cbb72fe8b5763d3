import { z } from 'zod';
import { cueSchema } from './cue-pattern.ts';
import { fold } from './fold.ts';
import { LANGUAGES } from './language.ts';

/** What somebody was in an event (`talks/vocabulary.md`, "Participants"), the strongest first. */
export const PARTS = [
  'principal',
  'delegation_lead',
  'host',
  'mediator',
  'envoy',
  'delegate',
  'signatory',
  'observer',
  'spokesperson',
  'announcer',
] as const;

export type Part = (typeof PARTS)[number];

const cues = z.array(cueSchema).default([]);
const cueLists = z.strictObject({ de: cues, en: cues });
const titles = z.strictObject({
  de: z.array(z.string().min(1)).default([]),
  en: z.array(z.string().min(1)).default([]),
});
const part = z.enum(PARTS);

const roleSchema = z
  .strictObject({
    /** Names the role in complaints. */
    id: z.string().regex(/^[a-z][a-z_]*$/, 'a role’s id is small letters and _'),
    /** What the verb's subject was; in the passive whoever stands behind `von` or `by`. */
    doer: part.optional(),
    /** What its object was, and who stands behind `mit` or `with`. */
    object: part.optional(),
    /** What all are who stand behind the cue, whatever their case. */
    listed: part.optional(),
    /** What somebody is whose office the cue names, before the name or beside it: `the chief negotiator, Jane Doe`. */
    bearer: part.optional(),
    /** Whether it needs a person on both sides: `visited Paris` is nobody's meeting. */
    mutual: z.boolean().default(false),
    /** Whether nothing but an adverbial may stand behind its object: `called him`, but not `called him a liar`. */
    complete: z.boolean().default(false),
    /** Whether those whom it names belong to a delegation, so that an envoy among them is a delegate. */
    ofSide: z.boolean().default(false),
    /** Whether it holds only in an article that tells of a truce which somebody announced. */
    answers: z.boolean().default(false),
    /** Whether it holds although it is denied: who failed to agree was there. */
    evenDenied: z.boolean().default(false),
    /** Nouns of which one must stand in the sentence: `führte` leads only beside `Delegation`. */
    beside: cueLists.optional(),
    de: cues,
    en: cues,
  })
  .refine(({ doer, object, listed, bearer }) => [doer, object, listed, bearer].some((each) => each !== undefined), {
    message: 'a role needs doer, object, listed or bearer',
  });

/** The form of `parts.yaml`: cues that tell who took part in an event, and as what. A cue stands under one role only. */
export const partsSchema = z
  .strictObject({
    roles: z.array(roleSchema),
    titles: z.strictObject({
      /** Titles of heads of state or government. */
      heads: titles,
      /** Words beside such a title that make it another's: `Vize`, `former`, `Commission`. */
      not_heads: titles,
      /** Titles of envoys. */
      envoys: titles,
      /** Titles of those who only speak for others. */
      spokespeople: titles,
    }),
    /** Nouns for what can be hosted without that the host takes part: `talks`. */
    events: titles,
    /** Nouns for texts that bind those who sign them: a head of state who signs one concludes it. */
    treaties: titles,
    /** Sides that belong to no party: who leads for them mediates. */
    neutral: z.array(z.string().min(1)).default([]),
    /** Names for several, by id, with the sides they stand for: left out where somebody of those is named. */
    collectives: z.record(z.string(), z.array(z.string().min(1))).default({}),
    /** Nouns for people whose country takes part by them: `russische Unterhändler`. */
    groups: titles,
    /** Words that put a clause before the article's event. */
    earlier: cueLists,
    /** Words that put it behind. */
    later: cueLists,
    /** Words beside which a meeting did not take place. */
    undone: cueLists,
    /** Words of headings below which the article tells of other events. */
    elsewhere: cueLists,
  })
  .superRefine(({ roles }, context) => {
    const seen = new Set<string>();
    for (const [at, role] of roles.entries()) {
      for (const language of LANGUAGES) {
        for (const [index, cue] of role[language].entries()) {
          const key = `${language}:${fold(cue)}`;
          const path = ['roles', at, language, index];
          if (seen.has(key))
            context.addIssue({ code: 'custom', path, message: `the cue “${cue}” stands here a second time` });
          seen.add(key);
        }
      }
    }
  });

/** Cues of participation: see `corpus/lexicon/parts.yaml`. */
export type PartCues = z.infer<typeof partsSchema>;

/** One way of taking part, with its cues. */
export type Role = PartCues['roles'][number];
