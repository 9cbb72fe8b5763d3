import { z } from 'zod';
import { cueSchema } from './cue-pattern.ts';
import { LANGUAGES } from './language.ts';
import { exactForm } from './pattern-book.ts';

/**
 * What a sentence can do by its words (`talks/vocabulary.md`). A sentence without any of it is the reporter's own
 * context, which no cue marks.
 */
export const CUED_STATUSES = [
  'agreed',
  'not_agreed',
  'proposed',
  'accepted',
  'demanded',
  'rejected',
  'announced',
  'ordered',
  'implemented',
  'violated',
  'threatened',
  'claimed',
] as const;

/** What changes the meaning of a cue beside it; each is described in `corpus/lexicon/statuses.yaml`. */
export const MARKS = [
  'negation',
  'absence',
  'not_negation',
  'no_act',
  'condition',
  'supposition',
  'possibility',
  'plan',
  'reported_plan',
  'unfulfilled',
  'obligation',
  'outcome',
  'harm',
  'jointly',
] as const;

const cues = z.array(cueSchema).default([]);
const cueLists = z.strictObject({ de: cues, en: cues });
const noCues = { de: [], en: [] };
const statusCues = z.strictObject({ strong: cueLists.default(noCues), weak: cueLists.default(noCues) });

/** The form of `statuses.yaml`: for each status its cues, and the marks. A cue stands under one status only. */
export const statusesSchema = z
  .strictObject({
    statuses: z.partialRecord(z.enum(CUED_STATUSES), statusCues),
    marks: z.partialRecord(z.enum(MARKS), cueLists),
  })
  .superRefine(({ statuses }, context) => {
    const isTaken = duplicates();
    for (const status of CUED_STATUSES) {
      for (const strength of ['strong', 'weak'] as const) {
        for (const language of LANGUAGES) {
          for (const [at, cue] of (statuses[status]?.[strength][language] ?? []).entries()) {
            if (!isTaken(`${language}:${cue}`)) continue;
            context.addIssue({
              code: 'custom',
              path: ['statuses', status, strength, language, at],
              message: second(cue),
            });
          }
        }
      }
    }
  });

/** The form of `topics.yaml`: topics in the order in which they are offered. A cue stands under one topic only. */
export const topicsSchema = z
  .array(
    z.strictObject({
      /** Names the topic in options and in code. */
      id: z.string().regex(/^[a-z][a-z0-9_]*$/, 'a topic’s id is small letters, digits and _'),
      /** What people read. */
      name: z.strictObject({ de: z.string().min(1), en: z.string().min(1) }),
      de: cues,
      en: cues,
      /** Words that only hint at it: they count less, and not beside another topic's own words. */
      light: cueLists.default(noCues),
    }),
  )
  .superRefine((topics, context) => {
    const isTaken = duplicates();
    for (const [at, topic] of topics.entries()) {
      if (isTaken(topic.id))
        context.addIssue({ code: 'custom', path: [at, 'id'], message: 'a second topic of this id' });
      for (const language of LANGUAGES) {
        for (const [path, list] of [
          [[at, language], topic[language]],
          [[at, 'light', language], topic.light[language]],
        ] as const) {
          for (const [index, cue] of list.entries()) {
            if (!isTaken(`${language}:${cue}`)) continue;
            context.addIssue({ code: 'custom', path: [...path, index], message: second(cue) });
          }
        }
      }
    }
  });

const second = (cue: string): string => `the cue “${cue}” stands here a second time`;

/** A function that tells whether it was asked for the same before, however that was written. */
function duplicates(): (text: string) => boolean {
  const seen = new Set<string>();
  return (text) => {
    const key = exactForm(text);
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  };
}

/** Cues of status: see `corpus/lexicon/statuses.yaml`. */
export type StatusCues = z.infer<typeof statusesSchema>;

export type Mark = (typeof MARKS)[number];

/** A topic that the lexicon knows, with its cues: see `corpus/lexicon/topics.yaml`. */
export type TopicEntry = z.infer<typeof topicsSchema>[number];
