import { existsSync, readFileSync } from 'node:fs';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import type { RequestCheck } from '../../src/sandbox/sandbox.ts';

/** Discord's official OpenAPI document; it is not part of the repository. */
const DOCUMENT = new URL('../../../shared/discord/openapi.json', import.meta.url);

const Specification = z.looseObject({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.unknown().transform((operation) => {
        const Body = z.object({
          requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }),
        });
        return Body.safeParse(operation).data?.requestBody.content['application/json']?.schema;
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

type Schemas = Readonly<Record<string, unknown>>;

/**
 * Checks every request's body against Discord's own specification; null where the document is absent. The schemas
 * are compiled when a route is first used.
 */
export function openApiCheck(): RequestCheck | null {
  if (!existsSync(DOCUMENT)) return null;
  const { paths, components } = Specification.parse(JSON.parse(readFileSync(DOCUMENT, 'utf8')));
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  ajv.addFormat('snowflake', /^\d+$/).addFormat('nonce', true);
  const schemas = Object.entries(components.schemas).map(([name, schema]) => [
    name,
    rewrite(schema, components.schemas),
  ]);
  ajv.addSchema({ $id: 'discord', components: { schemas: Object.fromEntries(schemas) } });

  const validators = new Map<string, ValidateFunction | null>();
  const validatorOf = (method: string, route: string): ValidateFunction | null => {
    const key = `${method} ${route}`;
    const known = validators.get(key);
    if (known !== undefined) return known;
    const schema = paths[route]?.[method.toLowerCase()];
    const validator = schema === undefined ? null : ajv.compile(absolute(rewrite(schema, components.schemas)));
    validators.set(key, validator);
    return validator;
  };

  return ({ method, route, body }) => {
    const validate = body === undefined ? null : validatorOf(method, route);
    if (validate === null || validate(body)) return [];
    return telling(validate.errors ?? []).map(({ instancePath, message, params }) => ({
      rule: 'openapi',
      detail: `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
    }));
  };
}

/** The errors that say what is wrong, without those that only say that something inside is. */
function telling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const inner = errors.filter(({ keyword }) => !['if', 'oneOf', 'anyOf', 'allOf'].includes(keyword));
  return inner.length > 0 ? inner : errors;
}

/** References into the document instead of into the schema that they stand in. */
function absolute(schema: unknown): object {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"discord#/');
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

/**
 * The same schema with exact messages: a union that is told apart by `type` becomes a chain of if and else, so that an
 * error speaks of the member that was meant; what may be null is looked at only where it is not. And with one mistake
 * of the document corrected: `default_member_permissions` is sent and returned as a string.
 */
function rewrite(schema: unknown, schemas: Schemas): unknown {
  if (Array.isArray(schema)) return schema.map((element) => rewrite(element, schemas));
  const parsed = z.record(z.string(), z.unknown()).safeParse(schema);
  if (!parsed.success) return schema;
  const { oneOf, anyOf, ...rest } = Object.fromEntries(
    Object.entries(parsed.data).map(([name, value]) => [
      name,
      name === 'default_member_permissions' ? { type: ['string', 'integer', 'null'] } : rewrite(value, schemas),
    ]),
  );
  const members = oneOf ?? anyOf;
  if (!Array.isArray(members)) return rest;
  const present = members.filter((member) => member.type !== 'null');
  const union =
    unionByType(present, schemas) ?? (present.length === 1 ? present[0] : { [oneOf ? 'oneOf' : 'anyOf']: present });
  return present.length < members.length ? { ...rest, if: { type: 'null' }, else: union } : { ...rest, ...union };
}

const Referenced = z.object({ $ref: z.string() });
const Typed = z.object({ properties: z.object({ type: z.object({ enum: z.array(z.number()) }) }) });

/** A union whose every member allows other values of `type`; null for any other. */
function unionByType(members: readonly unknown[], schemas: Schemas): object | null {
  const cases = members.flatMap((member) => {
    const name = Referenced.safeParse(member).data?.$ref.split('/').at(-1);
    const types = name === undefined ? undefined : Typed.safeParse(schemas[name]).data?.properties.type.enum;
    return types ? [{ types, member }] : [];
  });
  const all = cases.flatMap(({ types }) => types);
  if (cases.length < 2 || cases.length < members.length || new Set(all).size < all.length) return null;
  return {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: all } },
    allOf: cases.map(({ types, member }) => ({
      if: { not: { properties: { type: { enum: types } } } },
      else: member,
    })),
  };
}
