import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { endStaffSessions } from './end-staff-sessions';
import { mailFirstLogIns, sendFirstLogIn } from './invite';
import { listStaff } from './list-staff';
import { remindToPractise } from './remind-to-practise';
import { withdrawSlip } from './slips/end-slips';
import { listSlips } from './slips/list-slips';
import { makeSlips } from './slips/make-slips';

/** Staff as whoever keeps them sees them; they are changed by the one door (oversight/make-changes.ts). */
export const staffAdminHandlers = (ground: Ground) =>
  ({
    listStaff: ({ staff }) => listStaff(ground, staff.schoolId),

    sendFirstLogIn: ({ params, staff }) => sendFirstLogIn(ground, staff, params.id),

    mailFirstLogIns: async ({ body, staff }) => ({ mailed: await mailFirstLogIns(ground, staff, body) }),

    remindToPractise: async ({ body, staff }) => ({ mailed: await remindToPractise(ground, staff, body) }),

    endStaffSessions: ({ params, staff }) => endStaffSessions(ground, staff, params.id),

    listSlips: ({ staff }) => listSlips(ground, staff.schoolId),

    makeSlips: ({ body, staff }) => makeSlips(ground, staff, body.to),

    withdrawSlip: ({ params, staff }) => withdrawSlip(ground, staff, params.id),
  }) satisfies Handlers;
