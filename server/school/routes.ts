import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { readGroups } from './read-groups';

/** What administrators are shown of the school; they change it by the one door (oversight/make-changes.ts). */
export const schoolHandlers = (ground: Ground) =>
  ({
    readGroups: ({ staff }) => readGroups(ground, staff.schoolId),
  }) satisfies Handlers;
