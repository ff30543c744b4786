import type { ApiDescription } from '../../protocol/api-description';
import { contract } from '../../protocol/contract';
import type { Endpoint } from '../../protocol/endpoint';
import { problemSchema } from '../../protocol/problems';
import { VERSION } from '../../protocol/version';
import { operationOf, securitySchemes } from './api-operation';
import type { Handlers } from './call';
import { jsonSchemaOf } from './json-schema';

const PROBLEM = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
};

const responses = {
  Problem: {
    description: 'A refusal: problem details (RFC 9457) with a code of a closed set.',
    content: PROBLEM,
  },
  TooMany: {
    description: 'Too many calls in too short a time.',
    headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } },
    content: PROBLEM,
  },
};

/** They are the same for every server of this process, and describing them takes a while. */
let paths: ApiDescription['paths'] | undefined;

/**
 * The whole contract as an OpenAPI 3.1 document.
 * @throws for a schema of the contract that cannot be described
 */
export function openApiOf(publicUrl: URL): ApiDescription {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Heed',
      version: VERSION,
      description: 'A school’s safeguarding, pastoral and wellbeing record. Made from the contract table.',
    },
    servers: [{ url: publicUrl.origin }],
    paths: (paths ??= pathsOf(Object.entries(contract))),
    components: {
      schemas: { Problem: jsonSchemaOf(problemSchema, 'answered') },
      responses,
      securitySchemes: securitySchemes(publicUrl.protocol === 'https:'),
    },
  };
}

function pathsOf(rows: readonly [string, Endpoint][]): ApiDescription['paths'] {
  const described: ApiDescription['paths'] = {};
  for (const [name, endpoint] of rows) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    described[path] = { ...described[path], [endpoint.method.toLowerCase()]: operationOf(name, endpoint) };
  }
  return described;
}

/** Answers with the description of this server's API. It is made at start-up, so that a gap in it is found there. */
export function apiDescriptionHandlers(publicUrl: URL) {
  const description = openApiOf(publicUrl);
  return { describeApi: async () => description } satisfies Handlers;
}
