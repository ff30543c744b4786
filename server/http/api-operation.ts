import type { Caller, Endpoint } from '../../protocol/endpoint';
import { DELIVERY_HEADER, ENVELOPES_TYPE, RECEIPTS_TYPE } from '../../protocol/intake';
import { SET_UP_HEADER } from '../../protocol/set-up';
import { jsonSchemaOf, type JsonSchema } from './json-schema';

/** What a row of the contract does not say about a body of bytes: its content type, and a header beside it. */
interface BytesFacts {
  readonly body?: string;
  readonly reply?: string;
  readonly header?: string;
}

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const bytesFacts: Readonly<Record<string, BytesFacts>> = {
  deliverEnvelopes: { body: ENVELOPES_TYPE, reply: RECEIPTS_TYPE },
  readBundle: { reply: 'application/json' },
  previewSchool: { body: SPREADSHEET, header: SET_UP_HEADER },
  confirmSchool: { body: SPREADSHEET, header: SET_UP_HEADER },
};

/** The security schemes that a call of each kind needs. The author's signature lies in the body. */
const security: Readonly<Record<Caller, readonly Readonly<Record<string, readonly string[]>>[]>> = {
  public: [],
  device: [{ delivery: [] }],
  author: [{ delivery: [] }],
  session: [{ session: [] }],
  elevated: [{ session: [] }],
};

/**
 * One row of the contract as an OpenAPI operation. `x-heed-…` members say what OpenAPI has no word for.
 * @throws for a schema that cannot be described
 */
export function operationOf(name: string, endpoint: Endpoint): Record<string, unknown> {
  const { caller, action, activity, limit } = endpoint;
  const facts = bytesFacts[name] ?? {};
  const parameters = [
    ...parametersOf(endpoint.params, 'path'),
    ...parametersOf(endpoint.query, 'query'),
    ...(facts.header
      ? [{ name: facts.header, in: 'header', required: true, schema: { type: 'string' } }]
      : []),
  ];
  return {
    operationId: name,
    summary: endpoint.summary,
    security: security[caller],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(endpoint.bodyType === 'none' ? {} : { requestBody: bodyOf(endpoint, facts) }),
    responses: responsesOf(endpoint, facts),
    'x-heed-caller': caller,
    'x-heed-action': action,
    'x-heed-activity': activity,
    'x-heed-limit': limit,
    ...(endpoint.bodyType === 'none' ? {} : { 'x-heed-most-bytes': endpoint.maxBody }),
  };
}

function parametersOf(schema: Endpoint['params'], where: 'path' | 'query') {
  const { properties = {}, required = [] } = jsonSchemaOf(schema, 'asked');
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema: one,
  }));
}

function bodyOf(endpoint: Endpoint, facts: BytesFacts) {
  const bytes = endpoint.bodyType === 'bytes';
  const type = bytes ? (facts.body ?? 'application/octet-stream') : 'application/json';
  return { required: true, content: content(type, bytes ? {} : jsonSchemaOf(endpoint.body, 'asked')) };
}

function responsesOf(endpoint: Endpoint, facts: BytesFacts): Record<string, unknown> {
  const refusals = {
    '429': { $ref: '#/components/responses/TooMany' },
    default: { $ref: '#/components/responses/Problem' },
  };
  if (endpoint.replyType === 'none') return { '204': { description: 'Done.' }, ...refusals };
  return { '200': { description: 'Done.', content: answerOf(endpoint, facts) }, ...refusals };
}

function answerOf(endpoint: Endpoint, facts: BytesFacts) {
  if (endpoint.replyType === 'stream') return content('text/event-stream', { type: 'string' });
  if (endpoint.replyType === 'bytes') return content(facts.reply ?? 'application/octet-stream', {});
  return content('application/json', jsonSchemaOf(endpoint.reply, 'answered'));
}

function content(type: string, schema: JsonSchema): Record<string, unknown> {
  return { [type]: Object.keys(schema).length > 0 ? { schema } : {} };
}

/** How a call says who it comes from. `secure` is true behind TLS, where cookies carry the `__Host-` prefix. */
export function securitySchemes(secure: boolean) {
  return {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: secure ? '__Host-heed-session' : 'heed-session',
      description: 'Set by logIn; a new one by elevate. Endpoints marked elevated need an elevated session.',
    },
    delivery: {
      type: 'apiKey',
      in: 'header',
      name: DELIVERY_HEADER,
      description:
        'The device’s signature over this body, <device key id>.<signature>. Endpoints marked author also carry the author’s signature over a one-use challenge, in the body.',
    },
  };
}
