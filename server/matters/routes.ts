import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { barContact } from './bar-contact';
import { keepMatter } from './keep-matter';
import { watchCategories, watchPupil } from './watch';
import { listWatched } from './watched';

/** What stands on a pupil's page besides the records. */
export const matterHandlers = (ground: Ground) =>
  ({
    keepMatter: ({ staff, params, body }) => keepMatter(ground, staff, params.id, body),
    barContact: ({ staff, params, body }) => barContact(ground, staff, params.id, body),
    watchPupil: ({ staff, params, body }) => watchPupil(ground, staff, params.id, body.watching),
    watchCategories: ({ staff, params, body }) => watchCategories(ground, staff, params.id, body.categories),
    listWatched: ({ staff }) => listWatched(ground, staff),
  }) satisfies Handlers;
