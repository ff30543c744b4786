import * as v from 'valibot';
import { endpoint } from './endpoint';
import { clockTime, day, id, time } from './fields';

/** For whom a session is. Leads are lead and deputies of the duty list. */
export const trainingAudiences = ['everyone', 'leads', 'administrators'] as const;
export type TrainingAudience = (typeof trainingAudiences)[number];

/** How long a session may last, minutes; and so many may stand in the list. */
export const TRAINING_MINUTES = { least: 10, most: 480 } as const;
export const MOST_TRAINING = 50;

const common = {
  id,
  title: v.string(),
  audience: v.picklist(trainingAudiences),
  starts: time,
  ends: time,
  url: v.string(),
};

const WHOLE_LINK = 'Paste the whole joining link. It has to begin with https.';

/** One session as somebody sees it whom it is for. */
export const trainingSchema = v.object({
  ...common,
  /** This person has said that they come. */
  coming: v.boolean(),
  count: v.number(),
});
export type Training = v.InferOutput<typeof trainingSchema>;

/** The same as whoever keeps the list sees it. */
export const keptTrainingSchema = v.object({ ...common, people: v.array(v.string()) });
export type KeptTraining = v.InferOutput<typeof keptTrainingSchema>;

/** A joining link is opened by a press: nothing but https gets there, and no name or password stands in it. */
const joiningLink = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(500, 'This link is too long.'),
  v.url(WHOLE_LINK),
  v.regex(/^https:\/\/[^\s@/?#]+([/?#]\S*)?$/, WHOLE_LINK),
);

const own = { caller: 'session', action: 'account.manage-own' } as const;
const office = { caller: 'elevated', action: 'administer.staff' } as const;
const listed = v.object({ sessions: v.array(trainingSchema) });
const kept = v.object({
  sessions: v.array(keptTrainingSchema),
  /** Why the sessions of Heed's supplier could not be listed. */
  supplierFault: v.nullable(v.string()),
});

const newTraining = v.strictObject({
  title: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'Write what the session is about.'),
    v.maxLength(100, 'Write at most 100 characters.'),
  ),
  audience: v.picklist(trainingAudiences),
  day,
  at: clockTime,
  minutes: v.pipe(
    v.number(),
    v.integer('Write a whole number of minutes.'),
    v.minValue(TRAINING_MINUTES.least, `At least ${String(TRAINING_MINUTES.least)} minutes.`),
    v.maxValue(TRAINING_MINUTES.most, `At most ${String(TRAINING_MINUTES.most)} minutes.`),
  ),
  url: joiningLink,
});
export type NewTraining = v.InferInput<typeof newTraining>;

/** One session of the file TRAINING_FILE; its id never changes, so that a change keeps who comes. */
export const suppliersSession = v.strictObject({ id, ...newTraining.entries });
export type SuppliersSession = v.InferOutput<typeof suppliersSession>;

export const listTraining = endpoint({
  ...own,
  method: 'GET',
  path: '/api/training',
  activity: false,
  summary: 'Live sessions for this person that are not over, the next first.',
  reply: listed,
});

export const setComing = endpoint({
  ...own,
  method: 'PUT',
  path: '/api/training/:id',
  summary: 'This person comes to a session, or withdraws.',
  params: v.strictObject({ id }),
  body: v.strictObject({ coming: v.boolean() }),
  reply: listed,
});

export const listKeptTraining = endpoint({
  ...office,
  method: 'GET',
  path: '/api/admin/training',
  activity: false,
  summary: 'Every session that is not over, with the names of those who come.',
  reply: kept,
});

export const keepTraining = endpoint({
  ...office,
  method: 'PUT',
  path: '/api/admin/training/:id',
  summary: 'Lists a live session, or changes one; said again it changes nothing more.',
  params: v.strictObject({ id }),
  body: newTraining,
  reply: kept,
});

export const removeTraining = endpoint({
  ...office,
  method: 'DELETE',
  path: '/api/admin/training/:id',
  summary: 'Takes a session off the list.',
  params: v.strictObject({ id }),
  reply: kept,
});

export const listTrainingForSites = endpoint({
  method: 'PUT',
  path: '/api/trust/training/:id',
  caller: 'elevated',
  action: 'trust.keep-sites',
  summary: 'Lists a live session at every site of this server; it reads nothing of any school.',
  params: v.strictObject({ id }),
  body: newTraining,
  reply: v.object({ sites: v.number() }),
});
