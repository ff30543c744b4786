import * as v from 'valibot';
import { levelChoices } from './concern-actions';
import { endpoint } from './endpoint';
import { id } from './fields';
import { inboxViews } from './inbox';

/** A way to look at the alerts: which part of them, and what limits it. */
const look = {
  view: v.picklist(inboxViews),
  /** Null each: any. */
  level: v.nullable(v.picklist(levelChoices)),
  category: v.nullable(id),
  year: v.nullable(id),
};

const name = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'Write a name for this view.'),
  v.maxLength(60, 'A name has at most 60 characters.'),
);

const savedViewSchema = v.object({ id, name: v.string(), ...look });
export type SavedView = v.InferOutput<typeof savedViewSchema>;

/** The most that one person keeps. */
export const MOST_VIEWS = 30;

const own = {
  caller: 'session',
  action: 'inbox.list',
  reply: v.object({
    /** Of this person alone, by name; none before they have full access, since a name may say something. */
    views: v.array(savedViewSchema),
  }),
} as const;

export const listSavedViews = endpoint({
  ...own,
  method: 'GET',
  path: '/api/views',
  activity: false,
  summary: 'The ways to look at the alerts that this person has named.',
});

export const saveView = endpoint({
  ...own,
  method: 'PUT',
  path: '/api/views/:id',
  summary: 'Names a way to look at the alerts, or gives it another name. The page makes the id.',
  params: v.strictObject({ id }),
  body: v.strictObject({ name, ...look }),
});

export const removeView = endpoint({
  ...own,
  method: 'DELETE',
  path: '/api/views/:id',
  summary: 'Forgets a named way to look at the alerts.',
  params: v.strictObject({ id }),
});
