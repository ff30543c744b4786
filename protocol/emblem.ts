import * as v from 'valibot';
import { bytes, endpoint } from './endpoint';

/** Kinds of picture that a school's emblem may be. No SVG: it may hold scripts and addresses. */
export const emblemTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type EmblemType = (typeof emblemTypes)[number];

/** The most bytes, and the least and most pixels of each side. */
export const emblemBounds = { bytes: 256 * 1024, leastSide: 32, mostSide: 1024 } as const;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** Where an emblem is found, and its size in pixels. */
export const emblemSchema = v.object({ hash, width: v.number(), height: v.number() });
export type Emblem = v.InferOutput<typeof emblemSchema>;

export const readEmblem = endpoint({
  method: 'GET',
  path: '/api/emblem/:hash',
  caller: 'public',
  action: null,
  activity: false,
  summary: 'The picture of the school on the log-in page, by its SHA-256; browsers keep it for ever.',
  limit: { most: 240, seconds: 60, per: 'address' },
  params: v.strictObject({ hash }),
  replyType: 'bytes',
  keeps: 'for-ever',
  reply: bytes,
});

export const setEmblem = endpoint({
  method: 'PUT',
  path: '/api/admin/emblem',
  caller: 'elevated',
  action: 'administer.settings',
  summary: 'Puts a picture on the log-in page: PNG, JPEG or WebP, at most 256 kB and 1,024 pixels each side.',
  limit: { most: 30, seconds: 600, per: 'account' },
  maxBody: emblemBounds.bytes,
  bodyType: 'bytes',
  body: bytes,
  reply: emblemSchema,
});

export const removeEmblem = endpoint({
  method: 'DELETE',
  path: '/api/admin/emblem',
  caller: 'elevated',
  action: 'administer.settings',
  summary: 'Takes the picture off the log-in page.',
});
