import * as v from 'valibot';
import { endpoint } from './endpoint';
import { day, id, shortText, time } from './fields';

/** Letters and digits of a package's code: none that looks like another. */
export const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Five groups of five: some 122 bits, made by the page and kept nowhere. */
export const packageCode = v.pipe(
  v.string(),
  v.regex(/^[2-9A-HJKMNP-TV-Z]{5}(-[2-9A-HJKMNP-TV-Z]{5}){4}$/, 'This is not the code of a package.'),
);

/** How a package went. */
export const sendingWays = ['secure-transfer', 'email', 'by-hand', 'post'] as const;
export type SendingWay = (typeof sendingWays)[number];

const sent = { how: v.picklist(sendingWays, 'Choose how it went.'), to: shortText, on: day };
const receipt = { name: shortText, role: shortText, on: day };

/** The task that a pupil who has left raises: their file goes to the next school, and somebody there says that it came. */
export const leavingSchema = v.object({
  /** The last day for it on the school's wall. */
  day,
  late: v.boolean(),
  made: v.nullable(
    v.object({
      /** By which the page that asked for it knows it again. */
      packageId: id,
      at: time,
      by: v.nullable(v.string()),
      sha256: v.string(),
      size: v.number(),
      /** Files that could not go along: the manifest says which and why. */
      left: v.number(),
    }),
  ),
  /** Something about the pupil that this person may read was added or moved since the package was made. */
  changed: v.boolean(),
  sent: v.nullable(v.object({ ...sent, by: v.nullable(v.string()) })),
  receipt: v.nullable(v.object({ ...receipt, by: v.nullable(v.string()) })),
});
export type Leaving = v.InferOutput<typeof leavingSchema>;

const one = { caller: 'elevated', action: 'pupil.keep', params: v.strictObject({ id }) } as const;
/** The package that the screen showed: another lead may have made one since. */
const ofPackage = { packageId: id };
const reply = v.object({ task: v.nullable(leavingSchema) });

export const readLeaving = endpoint({
  ...one,
  method: 'GET',
  path: '/api/pupils/:id/leaving',
  activity: false,
  summary:
    'How far the file of a pupil who has left has come on its way to the next school; null: nothing is to be sent.',
  reply,
});

export const packLeaving = endpoint({
  ...one,
  method: 'POST',
  path: '/api/pupils/:id/leaving/package',
  summary:
    'The file of a pupil who has left as one encrypted package: chronology, files, manifest. The code is kept nowhere. In the audit.',
  limit: { most: 10, seconds: 600, per: 'account' },
  body: v.strictObject({
    /** Made by the page. */
    packageId: id,
    code: packageCode,
    /** Other pupils in the chronology by their names, or as "Pupil B", "Pupil C" … */
    names: v.picklist(['all', 'letters']),
  }),
  replyType: 'stream',
});

export const noteSent = endpoint({
  ...one,
  method: 'POST',
  path: '/api/pupils/:id/leaving/sent',
  summary: 'Says how, to whom and when the package was sent.',
  body: v.strictObject({ ...sent, ...ofPackage }),
  reply,
});

export const noteReceipt = endpoint({
  ...one,
  method: 'POST',
  path: '/api/pupils/:id/leaving/receipt',
  summary:
    'Says who at the next school has it: name, role and day. The task is done then, and by nothing else.',
  body: v.strictObject({ ...receipt, ...ofPackage }),
  reply,
});
