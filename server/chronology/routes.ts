import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { findPupil } from '../matters/find-pupil';
import { listEntries } from './list-entries';
import { noteRead } from './note-read';
import { readPupilPage } from './read-pupil-page';

/** The page of one pupil and its chronology. */
export const chronologyHandlers = (ground: Ground) =>
  ({
    readPupilPage: ({ staff, params }) => readPupilPage(ground, staff, params.id),

    readChronology: ({ staff, params, query }) => listEntries(ground, staff, params.id, query),

    notePrinted: async ({ staff, params }) => {
      await findPupil(ground, staff, params.id);
      await noteRead(ground, staff, params.id, { what: 'chronology.printed', concerns: [] });
    },
  }) satisfies Handlers;
