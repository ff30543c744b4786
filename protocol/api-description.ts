import * as v from 'valibot';
import { endpoint } from './endpoint';

/** An OpenAPI 3.1 document. Its own shape is that standard's; here stands only what holds it together. */
export const apiDescriptionSchema = v.object({
  openapi: v.literal('3.1.0'),
  info: v.object({ title: v.string(), version: v.string(), description: v.string() }),
  servers: v.array(v.object({ url: v.string() })),
  /** operations by path and by method in lower case */
  paths: v.record(v.string(), v.record(v.string(), v.unknown())),
  components: v.record(v.string(), v.record(v.string(), v.unknown())),
});
export type ApiDescription = v.InferOutput<typeof apiDescriptionSchema>;

export const describeApi = endpoint({
  method: 'GET',
  path: '/api/openapi.json',
  caller: 'public',
  action: null,
  activity: false,
  summary: 'This API as an OpenAPI 3.1 document, made from the contract table.',
  limit: { most: 60, seconds: 60, per: 'address' },
  reply: apiDescriptionSchema,
});
