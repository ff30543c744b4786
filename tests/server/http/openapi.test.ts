import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { contract, type EndpointName } from '../../../protocol/contract';
import type { Endpoint } from '../../../protocol/endpoint';
import { problems } from '../../../protocol/problems';
import { jsonSchemaOf } from '../../../server/http/json-schema';
import { openApiOf } from '../../../server/http/openapi';
import { API_DOCS, apiTable } from '../../../tools/api-table';
import { openHouse } from '../house';

interface Operation {
  operationId: string;
  security: Record<string, unknown>[];
  parameters?: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Record<string, { schema?: unknown }> };
  responses: Record<string, { content?: Record<string, { schema?: unknown }> }>;
  'x-heed-caller': string;
  'x-heed-limit': unknown;
}

const root = join(import.meta.dirname, '../../..');
const rows = Object.entries(contract) as [EndpointName, Endpoint][];
const description = openApiOf(new URL('https://heed.oakfield.example'));
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...(operation as Operation) })),
);
const operationOf = (name: EndpointName) => operations.find(({ operationId }) => operationId === name)!;

describe('the description of the API', () => {
  it('is served to anybody, as it is made from the contract', async () => {
    const house = await openHouse();

    const answered = await house.visitor().call('describeApi');

    expect(answered.status).toBe(200);
    expect(answered.headers.get('content-type')).toContain('application/json');
    expect(answered.reply).toEqual(openApiOf(house.settings.publicUrl));
  });

  it('names the version of the package and the school’s own address', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

    expect(description.info.version).toBe(version);
    expect(description.servers).toEqual([{ url: 'https://heed.oakfield.example' }]);
  });

  it.each(rows)('describes %s once, with its method, path, caller and limit', (name, endpoint) => {
    const found = operations.filter(({ operationId }) => operationId === name);

    expect(found).toHaveLength(1);
    const [{ path, method, ...operation }] = found as [(typeof operations)[number]];
    expect(path.replace(/\{(\w+)\}/g, ':$1')).toBe(endpoint.path);
    expect(method.toUpperCase()).toBe(endpoint.method);
    expect(operation['x-heed-caller']).toBe(endpoint.caller);
    expect(operation['x-heed-limit']).toEqual(endpoint.limit);
    expect(operation.security.length > 0).toBe(endpoint.caller !== 'public');
    expect(operation.requestBody !== undefined).toBe(endpoint.bodyType !== 'none');
    expect(Object.keys(operation.responses)).toContain(endpoint.replyType === 'none' ? '204' : '200');
  });

  it('holds nothing beside the contract', () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(contract).sort());
  });

  it('names every part of a path as a required parameter', () => {
    for (const { path, parameters = [] } of operations) {
      const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part);
      const named = parameters.filter((one) => one.in === 'path' && one.required).map(({ name }) => name);
      expect(named).toEqual(parts);
    }
  });

  it('says of a code that its digits are counted after the spaces are taken out', () => {
    const body = operationOf('saveKey').requestBody!.content['application/json']!.schema;

    expect(body).toMatchObject({
      additionalProperties: false,
      required: ['pending', 'name', 'code'],
      properties: {
        pending: { type: 'string', format: 'uuid' },
        code: { type: 'string', 'x-heed-after-tidying': { pattern: '^\\d{6}$' } },
      },
    });
  });

  it('says that an envelope goes in and a signed receipt comes out', () => {
    const { requestBody, responses } = operationOf('deliverEnvelopes');

    expect(Object.keys(requestBody!.content)).toEqual(['application/heed-envelopes']);
    expect(Object.keys(responses['200']!.content!)).toEqual(['application/heed-receipts+json']);
  });

  it('lists every code that a refusal may have', () => {
    expect(description.components['schemas']!['Problem']).toMatchObject({
      properties: { code: { enum: Object.keys(problems) } },
    });
  });
});

describe('a schema', () => {
  it('of a choice, a map or a list keeps its rules', () => {
    const said = v.strictObject({
      told: v.variant('kind', [
        v.strictObject({ kind: v.literal('lead') }),
        v.strictObject({ kind: v.literal('someone'), who: v.string() }),
      ]),
      counts: v.optional(v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0)))),
      places: v.nullable(v.pipe(v.array(v.string()), v.maxLength(3))),
    });

    expect(jsonSchemaOf(said, 'asked')).toEqual({
      type: 'object',
      properties: {
        told: {
          anyOf: [
            {
              type: 'object',
              properties: { kind: { const: 'lead' } },
              required: ['kind'],
              additionalProperties: false,
            },
            {
              type: 'object',
              properties: { kind: { const: 'someone' }, who: { type: 'string' } },
              required: ['kind', 'who'],
              additionalProperties: false,
            },
          ],
        },
        counts: {
          type: 'object',
          propertyNames: { type: 'string' },
          additionalProperties: { type: 'integer', minimum: 0 },
        },
        places: { anyOf: [{ type: 'array', items: { type: 'string' }, maxItems: 3 }, { type: 'null' }] },
      },
      required: ['told', 'places'],
      additionalProperties: false,
    });
  });

  it.each([
    ['a kind that is not known', v.map(v.string(), v.string())],
    [
      'a check that is a function',
      v.pipe(
        v.string(),
        v.check((text) => text.length > 1),
      ),
    ],
    ['a pattern with flags', v.pipe(v.string(), v.regex(/^a$/i))],
    ['a check that nobody has described', v.object({ n: v.pipe(v.number(), v.multipleOf(2)) })],
  ])('with %s is refused instead of described wrongly', (_what, schema) => {
    expect(() => jsonSchemaOf(schema, 'asked')).toThrow(TypeError);
  });

  it('of a reply that gives back what was sent holds it to the rules after tidying', () => {
    const text = v.pipe(v.string(), v.trim(), v.maxLength(80));
    expect(jsonSchemaOf(text, 'answered')).toEqual({ type: 'string', maxLength: 80 });
  });

  it('of a reply is refused when it would change the answer', () => {
    expect(() => jsonSchemaOf(v.object({ n: v.optional(v.number(), 1) }), 'answered')).toThrow(TypeError);
  });
});

describe('docs/API.md', () => {
  it('is what npm run api-docs writes', async () => {
    expect(readFileSync(join(root, API_DOCS), 'utf8')).toBe(await apiTable());
  });
});
