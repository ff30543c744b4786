import * as v from 'valibot';
import { contactSchema } from './changes/pupils';
import { endpoint } from './endpoint';
import { id } from './fields';

const namedSchema = v.object({ id, name: v.string() });

const listedPupilSchema = v.object({
  id,
  first: v.string(),
  last: v.string(),
  preferred: v.nullable(v.string()),
  classId: id,
  yearGroupId: id,
  /** yyyy-mm-dd; null for pupils on roll. */
  leftOn: v.nullable(v.string()),
  upn: v.nullable(v.string()),
  pupilRef: v.nullable(v.string()),
});
export type ListedPupil = v.InferOutput<typeof listedPupilSchema>;

export const listPupils = endpoint({
  method: 'GET',
  path: '/api/admin/pupils',
  caller: 'elevated',
  action: 'administer.pupils',
  activity: false,
  summary: 'Names and classes of every pupil, leavers too; no record of any.',
  reply: v.object({
    pupils: v.array(listedPupilSchema),
    /** In the school's order; closed ones too, since leavers stood in them. */
    classes: v.array(v.object({ ...namedSchema.entries, yearGroupId: id, closed: v.boolean() })),
    yearGroups: v.array(v.object({ ...namedSchema.entries, closed: v.boolean() })),
    /** Staff who have not left, to choose connected staff from. */
    staff: v.array(namedSchema),
  }),
});

const pupilFileSchema = v.object({
  ...listedPupilSchema.entries,
  leftTo: v.nullable(v.string()),
  dateOfBirth: v.nullable(v.string()),
  sex: v.nullable(v.string()),
  sen: v.nullable(v.picklist(['K', 'E'])),
  freeSchoolMeals: v.boolean(),
  lookedAfter: v.boolean(),
  eal: v.boolean(),
  contacts: v.array(v.object(contactSchema.entries)),
  connectedStaff: v.array(v.object({ ...namedSchema.entries, left: v.boolean() })),
  siblings: v.array(namedSchema),
});
export type PupilFile = v.InferOutput<typeof pupilFileSchema>;

export const readPupil = endpoint({
  method: 'GET',
  path: '/api/admin/pupils/:id',
  caller: 'elevated',
  action: 'administer.pupils',
  summary: 'What the school says of one pupil: contacts, connected staff, siblings; no record.',
  params: v.strictObject({ id }),
  reply: v.object({ pupil: pupilFileSchema }),
});
