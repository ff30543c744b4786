import * as v from 'valibot';
import { endpoint } from './endpoint';
import { id, ids, named } from './fields';

/** A category in which a pupil is watched. */
export const watchedCategory = v.object({ ...named.entries, colour: v.string() });

const watched = v.object({ ...named.entries, className: v.nullable(v.string()) });
export type WatchedPupil = v.InferOutput<typeof watched>;

const one = {
  method: 'PUT',
  caller: 'elevated',
  action: 'pupil.keep',
  params: v.strictObject({ id }),
} as const;

export const watchPupil = endpoint({
  ...one,
  path: '/api/pupils/:id/watching',
  summary:
    'A lead watches a pupil, or no longer: told of each new concern about them that the lead may read.',
  body: v.strictObject({ watching: v.boolean() }),
});

export const watchCategories = endpoint({
  ...one,
  path: '/api/pupils/:id/watched-categories',
  summary:
    'In which categories a pupil is watched, of those in which the lead sees pupils; only what was turned is changed, the others stay as they are.',
  body: v.strictObject({
    categories: ids,
    /** Those that the screen showed as watched. */
    seen: ids,
  }),
});

export const listWatched = endpoint({
  method: 'GET',
  path: '/api/watched',
  caller: 'elevated',
  action: 'pupil.read',
  activity: false,
  summary:
    'Pupils whom this person watches, and those who are watched in categories in which they see pupils.',
  reply: v.object({
    own: v.array(watched),
    categories: v.array(v.object({ ...watchedCategory.entries, pupils: v.array(watched) })),
    /** This person keeps pupils' pages: plans, documents. */
    keeps: v.boolean(),
  }),
});
