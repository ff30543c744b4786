import * as v from 'valibot';
import { sessionSchema } from './accounts';
import { endpoint } from './endpoint';
import { newPassword, password } from './fields';

export const changePassword = endpoint({
  method: 'PUT',
  path: '/api/account/password',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'Changes one’s own password by the current one; every other session of the account ends.',
  // Guessing is limited as for a log-in (staff/password-tries.ts); this only stops a flood.
  limit: { most: 30, seconds: 300, per: 'account' },
  body: v.strictObject({ current: password, password: newPassword }),
  reply: v.object({ session: sessionSchema }),
});
