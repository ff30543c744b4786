import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { countInbox } from './count-inbox';
import { listDue } from './due/list-due';
import { listInbox } from './list-inbox';
import { liveInbox } from './live';
import { markRead, markSeveral, undoRead } from './mark-read';
import { listViews, removeView, saveView } from './views/saved-views';

/** What waits for a person: the list, its live changes, "Mark as read". */
export const inboxHandlers = (ground: Ground) =>
  ({
    listInbox: async ({ staff, query }) => ({
      ...(await listInbox(ground, staff, query)),
      counts: await countInbox(ground, staff),
      elevateToRead: staff.group.higherLevel && !staff.elevated,
      checkedAt: timeStamp(ground.clock),
    }),

    watchInbox: async ({ staff, answer }) => {
      answer.stream(liveInbox(ground, staff), 'text/event-stream');
    },

    listDueActions: ({ staff }) => listDue(ground, staff),

    listSavedViews: async ({ staff }) => ({ views: await listViews(ground, staff) }),

    saveView: async ({ staff, params, body }) => ({ views: await saveView(ground, staff, params.id, body) }),

    removeView: async ({ staff, params }) => ({ views: await removeView(ground, staff, params.id) }),

    markRead: async ({ staff, params }) => markRead(ground, staff, params.id),

    markSeveral: async ({ staff, body }) => ({ marked: await markSeveral(ground, staff, body) }),

    undoRead: async ({ staff, params }) => undoRead(ground, staff, params.id),
  }) satisfies Handlers;
