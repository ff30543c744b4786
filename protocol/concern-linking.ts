import * as v from 'valibot';
import { linkReason, otherConcernSchema } from './concern-links';
import { concernSchema } from './concerns';
import { endpoint } from './endpoint';
import { id } from './fields';

const lead = { caller: 'elevated', action: 'concern.lead', params: v.strictObject({ id }) } as const;

export const readLinkable = endpoint({
  ...lead,
  method: 'GET',
  path: '/api/concerns/:id/linkable',
  activity: false,
  summary:
    'Other concerns of the same pupils that this person may read, to link this one with; newest first.',
  reply: v.object({ concerns: v.array(otherConcernSchema) }),
});

export const linkConcern = endpoint({
  ...lead,
  method: 'POST',
  path: '/api/concerns/:id/links',
  summary:
    'Links a concern with another one that this person may read, with a reason; both show it to whoever may read both.',
  body: v.strictObject({
    /** Made by the page, so that a repeated send links nothing twice. */
    linkId: id,
    otherId: id,
    reason: linkReason,
  }),
  reply: concernSchema,
});

export const unlinkConcern = endpoint({
  ...lead,
  method: 'POST',
  path: '/api/concerns/:id/unlink',
  summary: 'Ends a link, with a reason; that there was one stays in the history of both.',
  body: v.strictObject({
    /** Made by the page, so that a repeated send ends nothing twice. */
    actionId: id,
    linkId: id,
    reason: linkReason,
  }),
  reply: concernSchema,
});
