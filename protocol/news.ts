import * as v from 'valibot';
import { endpoint } from './endpoint';

/** A version of Heed, as package.json and CHANGELOG.md write it. */
const version = v.pipe(v.string(), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/));

const own = {
  path: '/api/account/news',
  caller: 'session',
  action: 'account.manage-own',
  activity: false,
} as const;

export const readNews = endpoint({
  ...own,
  method: 'GET',
  summary: 'Up to which version this person has been told what is new; null: never yet.',
  reply: v.object({ seen: v.nullable(version) }),
});

export const noteNews = endpoint({
  ...own,
  method: 'POST',
  summary: 'This person has been told what is new in this version, or did not want to know.',
  body: v.strictObject({ version }),
});
