import * as v from 'valibot';
import { signedCallSchema } from './devices';
import { endpoint } from './endpoint';
import { id, time } from './fields';

/** That there is a reply, without a word of it. */
const replySchema = v.object({
  id,
  /** The record as its device knows it. */
  envelopeId: v.string(),
  reference: v.string(),
  at: time,
  /** When its author first opened it. */
  readAt: v.nullable(time),
});
export type Reply = v.InferOutput<typeof replySchema>;

const replies = v.object({ replies: v.array(replySchema) });
const openedReply = v.object({ text: v.string() });

const own = { action: 'reply.read-own', activity: false } as const;

export const listReplies = endpoint({
  ...own,
  method: 'GET',
  path: '/api/replies',
  caller: 'session',
  summary: 'Replies to what this person recorded, without their words, newest first.',
  reply: replies,
});

export const openReply = endpoint({
  ...own,
  activity: true,
  method: 'POST',
  path: '/api/replies/:id/open',
  caller: 'session',
  summary: 'The words of a reply to this person; leads see when it was first opened.',
  params: v.strictObject({ id }),
  reply: openedReply,
});

const ofAuthor = {
  caller: 'author',
  body: signedCallSchema,
  limit: { most: 60, seconds: 60, per: 'device' },
} as const;

export const listRepliesAsAuthor = endpoint({
  ...own,
  ...ofAuthor,
  method: 'POST',
  path: '/api/author/replies',
  summary: 'The same for an unlocked person without a session.',
  reply: replies,
});

export const openReplyAsAuthor = endpoint({
  ...own,
  ...ofAuthor,
  method: 'POST',
  path: '/api/author/replies/:id/open',
  summary: 'The same for an unlocked person without a session.',
  params: v.strictObject({ id }),
  reply: openedReply,
});
