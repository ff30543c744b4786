import * as v from 'valibot';
import { endpoint } from './endpoint';
import { day, id, named, person } from './fields';

/** "While I am away, alert …": whole days, the first and the last too; without a last day until it is switched off. */
export const absencePlan = v.strictObject({ coverId: id, from: day, until: v.nullable(day) });
export type AbsencePlan = v.InferOutput<typeof absencePlan>;

const absenceReply = v.object({
  /** Null: none is set, or the last one is over. */
  absence: v.nullable(
    v.object({
      from: v.string(),
      until: v.nullable(v.string()),
      cover: person,
      /** It is in force today. */
      now: v.boolean(),
      /** Who set it, where that was somebody else. */
      setBy: v.nullable(v.string()),
    }),
  ),
  /** For whom this person stands in, today or later. */
  standsInFor: v.array(v.object({ name: v.string(), from: v.string(), until: v.nullable(v.string()) })),
  /** Whom to choose from: everybody who is here, but the person. */
  colleagues: v.array(named),
  /** Today on the school's wall, yyyy-mm-dd. */
  today: v.string(),
});
export type ShownAbsence = v.InferOutput<typeof absenceReply>;

const own = { caller: 'session', action: 'account.manage-own', path: '/api/notifications/absence' } as const;

export const readAbsence = endpoint({
  ...own,
  method: 'GET',
  activity: false,
  summary: '"While I am away, alert …": of this person at this school.',
  reply: absenceReply,
});

export const setAbsence = endpoint({
  ...own,
  method: 'PUT',
  summary: 'Sets who is alerted in this person’s place, and when; both are told.',
  body: absencePlan,
});

export const endAbsence = endpoint({
  ...own,
  method: 'DELETE',
  summary: 'This person is back: alerts reach them again.',
});

const ofStaff = {
  caller: 'elevated',
  action: 'administer.alerts',
  path: '/api/admin/staff/:id/absence',
  params: v.strictObject({ id }),
} as const;

export const readStaffAbsence = endpoint({
  ...ofStaff,
  method: 'GET',
  activity: false,
  summary: '"While they are away, alert …": of one member of staff.',
  reply: absenceReply,
});

export const setStaffAbsence = endpoint({
  ...ofStaff,
  method: 'PUT',
  summary: 'Sets who is alerted in the place of somebody who is ill or away; both are told.',
  body: absencePlan,
});

export const endStaffAbsence = endpoint({
  ...ofStaff,
  method: 'DELETE',
  summary: 'This member of staff is back: alerts reach them again.',
});
