import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { readAlertGroups } from './read-alert-groups';
import { previewRule, testRules } from './rehearse-alerts';
import { readAutomaticAlerts } from './read-automatic-alerts';

/** What administrators are shown of who is alerted; they change it by the one door (oversight/make-changes.ts). */
export const alertHandlers = (ground: Ground) =>
  ({
    readAlertGroups: ({ staff }) => readAlertGroups(ground, staff.schoolId),
    readAutomaticAlerts: ({ staff }) => readAutomaticAlerts(ground, staff),

    previewAutomaticAlert: ({ staff, body }) => previewRule(ground, staff, body),

    testAutomaticAlerts: ({ staff, body }) => testRules(ground, staff, body),
  }) satisfies Handlers;
