import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { checkChain } from './check-chain';
import { exportEntries } from './export-entries';
import { listEntries } from './list-entries';

/** The audit as it is shown to people, and whether its chain is whole. */
export const auditLogHandlers = (ground: Ground) =>
  ({
    listAudit: ({ staff, query }) => listEntries(ground, staff, query),

    exportAudit: async ({ staff, query, answer }) => {
      answer.stream(await exportEntries(ground, staff, query), 'text/csv; charset=utf-8');
    },

    checkAudit: ({ staff }) => checkChain(ground, staff),
  }) satisfies Handlers;
