import type * as v from 'valibot';
import { keywordsOfCheck } from './json-schema-checks';

/** A JSON Schema (draft 2020-12), as OpenAPI 3.1 takes it. */
export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly [keyword: string]: unknown;
}

/**
 * What is described: `asked` is what a caller may send, before it is tidied (trimmed, spaces taken out of a code);
 * `answered` is what leaves the server, where nothing is tidied.
 */
export type Side = 'asked' | 'answered';

/** The kinds of schema that the contract is written in. */
type KnownSchema =
  | v.StringSchema<undefined>
  | v.NumberSchema<undefined>
  | v.BooleanSchema<undefined>
  | v.NullSchema<undefined>
  | v.UnknownSchema
  | v.LiteralSchema<string | number | boolean, undefined>
  | v.PicklistSchema<readonly (string | number)[], undefined>
  | v.ArraySchema<v.GenericSchema, undefined>
  | v.RecordSchema<v.GenericSchema<string, string>, v.GenericSchema, undefined>
  | v.ObjectSchema<v.ObjectEntries, undefined>
  | v.StrictObjectSchema<v.ObjectEntries, undefined>
  | v.NullableSchema<v.GenericSchema, undefined>
  | v.OptionalSchema<v.GenericSchema, unknown>
  | v.UnionSchema<v.GenericSchema[], undefined>
  | v.VariantSchema<string, v.ObjectSchema<v.ObjectEntries, undefined>[], undefined>;

/**
 * The JSON Schema of a valibot schema.
 * @throws for every kind of schema or check that it does not know: a description must not leave a rule out in silence
 */
export function jsonSchemaOf(schema: v.GenericSchema, side: Side): JsonSchema {
  const bare = shapeOf(schema as KnownSchema, side);
  return 'pipe' in schema ? withChecks(bare, pipeOf(schema), side) : bare;
}

function shapeOf(schema: KnownSchema, side: Side): JsonSchema {
  switch (schema.type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return { type: schema.type };
    case 'unknown':
      return {};
    case 'literal':
      return { const: schema.literal };
    case 'picklist':
      return { enum: [...schema.options] };
    case 'array':
      return { type: 'array', items: jsonSchemaOf(schema.item, side) };
    case 'record':
      return {
        type: 'object',
        propertyNames: jsonSchemaOf(schema.key, side),
        additionalProperties: jsonSchemaOf(schema.value, side),
      };
    case 'object':
      return objectOf(schema.entries, side, side === 'answered');
    case 'strict_object':
      return objectOf(schema.entries, side, true);
    case 'nullable':
      return { anyOf: [jsonSchemaOf(schema.wrapped, side), { type: 'null' }] };
    case 'optional':
      return withDefault(jsonSchemaOf(schema.wrapped, side), schema.default, side);
    case 'union':
    case 'variant':
      return { anyOf: schema.options.map((option) => jsonSchemaOf(option, side)) };
    default:
      return unknownKind(schema, 'schema');
  }
}

/** Replies pass their schema on the way out, so that no other member leaves: `closed` says it. */
function objectOf(entries: v.ObjectEntries, side: Side, closed: boolean): JsonSchema {
  const members = Object.entries(entries) as [string, v.GenericSchema][];
  const required = members.filter(([, schema]) => schema.type !== 'optional').map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(members.map(([name, schema]) => [name, jsonSchemaOf(schema, side)])),
    ...(required.length > 0 ? { required } : {}),
    ...(closed ? { additionalProperties: false } : {}),
  };
}

function withDefault(schema: JsonSchema, value: unknown, side: Side): JsonSchema {
  if (value === undefined) return schema;
  if (typeof value === 'function') throw new TypeError('a default that is worked out cannot be described');
  if (side === 'answered') throw new TypeError('a reply says what it holds; it has no defaults');
  return { ...schema, default: value };
}

interface PipeItem {
  readonly kind: string;
  readonly type: string;
}

function pipeOf(schema: { pipe: unknown }): readonly PipeItem[] {
  return (schema.pipe as PipeItem[]).slice(1);
}

/** What is checked after tidying is no rule for what is sent, so it stands apart. */
function withChecks(bare: JsonSchema, items: readonly PipeItem[], side: Side): JsonSchema {
  const tidied = items.findIndex((item) => item.kind === 'transformation');
  const before = tidied === -1 ? items : items.slice(0, tidied);
  const whole = { ...bare, ...keywordsOf(bare, before) };
  if (tidied === -1) return whole;
  const after = items.slice(tidied).filter((item) => item.kind !== 'transformation');
  // What is answered was tidied when it came in, so every rule holds for it as it stands.
  if (side === 'answered') return { ...whole, ...keywordsOf(bare, after) };
  return { ...whole, 'x-heed-after-tidying': keywordsOf(bare, after) };
}

function keywordsOf(bare: JsonSchema, items: readonly PipeItem[]): JsonSchema {
  return Object.assign({}, ...items.map((item) => keywordsOfCheck(item, bare.type))) as JsonSchema;
}

function unknownKind(item: { type: string }, what: string): never {
  throw new TypeError(`no JSON Schema is known for the ${what} "${item.type}"`);
}
