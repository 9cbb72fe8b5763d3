import { type Json, listOf, objectOf } from '../wire.ts';

/** A request as the checks see it, before it is carried out. */
export interface CheckedRequest {
  readonly method: string;
  /** Below `/api/v10`, with the query. */
  readonly path: string;
  /** The path as Discord's specification writes it, e.g. `/channels/{channel_id}/messages`. */
  readonly route: string;
  /** The JSON body as it came; undefined where there is none. */
  readonly body: unknown;
  /** The names of uploaded files. */
  readonly files: readonly string[];
}

/** One thing that is wrong with a request. */
export interface Finding {
  /** Which rule it breaks. */
  readonly rule: string;
  readonly detail: string;
}

/** Looks at every request; what it finds is recorded and answered with 400 and code 50035. */
export type RequestCheck = (request: CheckedRequest) => readonly Finding[];

/** A rule about one kind of thing that requests carry. */
export interface Rule<Subject> {
  readonly id: string;
  /** What is wrong, in words; nothing where the rule is kept. */
  readonly check: (subject: Subject) => readonly string[];
}

/** A field's text; the empty string where it is absent or no text. */
export function textOf(object: Json, field: string): string {
  const value = object[field];
  return typeof value === 'string' ? value : '';
}

/** A field's number; null where it is absent or no number. */
export function numberOf(object: Json, field: string): number | null {
  const value = object[field];
  return typeof value === 'number' ? value : null;
}

/** Whether a field says anything: absent, null, empty text and an empty list do not. */
export function has(object: Json, field: string): boolean {
  const value = object[field];
  if (value === undefined || value === null || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}

/** The objects in a list; none where the value is anything else. */
export function objectsIn(value: unknown): readonly Json[] {
  return listOf(value)
    .map(objectOf)
    .filter((element) => element !== null);
}

/** The objects in a field that is a list. */
export function objectsOf(object: Json, field: string): readonly Json[] {
  return objectsIn(object[field]);
}

/** What is too long or, with `atLeast`, too short. */
export function lengthProblems(object: Json, field: string, atMost: number, atLeast = 0): readonly string[] {
  const { length } = textOf(object, field);
  if (!(field in object) || object[field] === null) return [];
  const fits = length >= atLeast && length <= atMost;
  return fits ? [] : [`${field}: must be between ${atLeast} and ${atMost} in length, is ${length}.`];
}

/** What occurs more than once. */
export function duplicates(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** The fields of an object that are not among the known ones. */
export function unknownFields(object: Json, known: readonly string[], where: string): readonly string[] {
  return Object.keys(object)
    .filter((field) => !known.includes(field))
    .map((field) => `${where}${field}: unknown field.`);
}
