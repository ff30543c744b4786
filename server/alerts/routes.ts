import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { endAbsence, setAbsence } from './absence/set-absence';
import { showAbsence } from './absence/show-absence';
import { readAlertGroups } from './read-alert-groups';
import { previewRule, testRules } from './rehearse-alerts';
import { readAutomaticAlerts } from './read-automatic-alerts';

/** What administrators are shown of who is alerted; they change it by the one door (oversight/make-changes.ts); and who is alerted in whose place. */
export const alertHandlers = (ground: Ground) =>
  ({
    readAlertGroups: ({ staff }) => readAlertGroups(ground, staff.schoolId),
    readAutomaticAlerts: ({ staff }) => readAutomaticAlerts(ground, staff),

    previewAutomaticAlert: ({ staff, body }) => previewRule(ground, staff, body),

    readAbsence: ({ staff }) => showAbsence(ground, staff.schoolId, staff.staffId),
    setAbsence: ({ staff, body }) => setAbsence(ground, staff, staff.staffId, body),
    endAbsence: ({ staff }) => endAbsence(ground, staff, staff.staffId),
    readStaffAbsence: ({ staff, params }) => showAbsence(ground, staff.schoolId, params.id),
    setStaffAbsence: ({ staff, params, body }) => setAbsence(ground, staff, params.id, body),
    endStaffAbsence: ({ staff, params }) => endAbsence(ground, staff, params.id),

    testAutomaticAlerts: ({ staff, body }) => testRules(ground, staff, body),
  }) satisfies Handlers;
