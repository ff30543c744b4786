import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { readInOrder } from './names';
import { readCategoriesInUse } from './read-categories';
import { readClasses } from './read-classes';
import { readGroups } from './read-groups';
import { findEmblem, readEmblem, removeEmblem, setEmblem } from './emblem/emblem';
import { readSettings } from './settings';
import { readRestrictions } from './read-restrictions';

/** What administrators are shown of the school; they change it by the one door (oversight/make-changes.ts). */
export const schoolHandlers = (ground: Ground) =>
  ({
    readGroups: ({ staff }) => readGroups(ground, staff.schoolId),

    readCategories: async ({ staff }) => ({ categories: await readCategoriesInUse(ground, staff) }),

    readClassRestrictions: ({ staff }) => readRestrictions(ground, staff.schoolId),

    readClasses: ({ staff }) => readClasses(ground, staff.schoolId),

    readEmblem: async ({ schoolId, params, answer }) => {
      const { type, bytes } = await readEmblem(ground, schoolId, params.hash);
      answer.setType(type);
      return bytes;
    },

    setEmblem: ({ staff, body }) => setEmblem(ground, staff, body),

    removeEmblem: ({ staff }) => removeEmblem(ground, staff),

    readSettings: async ({ staff }) => {
      const { read } = ground.database;
      const fallback = await read('alert_groups')
        .where({ school_id: staff.schoolId, fallback: 1 })
        .pluck<string[]>('id');
      const groups = await readInOrder(read, ground, staff.schoolId, 'alert_groups');
      return {
        settings: await readSettings(read, ground, staff.schoolId),
        emblem: await findEmblem(read, staff.schoolId),
        fallback: groups.filter(({ id }) => fallback.includes(id)),
      };
    },

    listPlaces: async ({ staff }) => {
      const { read } = ground.database;
      const [places, agencies] = await Promise.all([
        readInOrder(read, ground, staff.schoolId, 'places'),
        readInOrder(read, ground, staff.schoolId, 'agencies'),
      ]);
      return { places, agencies };
    },
  }) satisfies Handlers;
