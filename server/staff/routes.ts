import type { Session } from '../../protocol/accounts';
import type { Ground } from '../ground';
import type { Answer, Handlers, RequestFacts } from '../http/call';
import { Afterwards } from './afterwards';
import type { Beginning, Begun } from './begin-session';
import { checkLink } from './check-link';
import { choosePassword } from './choose-password';
import { logIn } from './log-in';
import { logOutEverywhere } from './log-out-everywhere';
import { mailLink } from './mail-link';
import { noteNewsSeen, readNewsSeen } from './news';
import { notePractised } from './note-practised';
import { endOwnSession, listOwnSessions } from './own-sessions';
import { presentOwnSessions } from './present-own-sessions';
import { presentSession } from './present-session';
import { proveAgain } from './prove-again';
import { actorOfSession } from './resolve-session';
import { tellOfWrongPasswords } from './suspicion';
import { BROWSER_COOKIE_DAYS, SESSION_COOKIE_DAYS } from './session-life';

/** Gives a browser the token of its session. */
export function setSessionCookie(answer: Answer, token: string): void {
  answer.setCookie('session', token, SESSION_COOKIE_DAYS);
}

const setBrowserCookie = (answer: Answer, token: string) =>
  answer.setCookie('browser', token, BROWSER_COOKIE_DAYS);

/** What a browser brings to a log-in, whichever way it logs in. */
export const beginningOf = (request: RequestFacts): Beginning => ({
  userAgent: request.browser,
  browserToken: request.cookie('browser'),
  sessionToken: request.cookie('session'),
});

/** Gives the browser the cookies of a session that has begun, and the page what it may know of it. */
export async function answerBegun(ground: Ground, answer: Answer, begun: Begun): Promise<Session> {
  setSessionCookie(answer, begun.sessionToken);
  if (begun.browserToken !== null) setBrowserCookie(answer, begun.browserToken);
  return presentSession(ground, await actorOfSession(ground, begun.sessionId));
}

/** Log-in, links, sessions, and that somebody has practised. `afterwards` holds the mails that are still being made when the server stops. */
export const staffHandlers = (ground: Ground, afterwards = new Afterwards(ground.log)) =>
  ({
    readSession: async ({ staff }) => ({ session: staff ? await presentSession(ground, staff) : null }),

    logIn: async ({ body, schoolId, request, answer }) => {
      const given = { ...body, schoolId, ...beginningOf(request) };
      const begun = await logIn(ground, given, () => {
        afterwards.run(() => tellOfWrongPasswords(ground, given));
      });
      return { session: await answerBegun(ground, answer, begun) };
    },

    logOut: async ({ staff, answer }) => {
      await endOwnSession(ground, staff, staff.sessionId);
      answer.setCookie('session', null);
    },

    logOutEverywhere: async ({ staff, answer }) => {
      await logOutEverywhere(ground, staff);
      answer.setCookie('session', null);
    },

    askForLink: ({ body, schoolId, request }) => {
      afterwards.run(() => mailLink(ground, { schoolId, email: body.email, origin: request.origin }));
      return Promise.resolve({ asked: true as const });
    },

    checkLink: async ({ body, schoolId }) => {
      const link = await checkLink(ground, schoolId, body.token);
      return { works: link !== null, email: link?.email ?? null };
    },

    choosePassword: async ({ body, schoolId, request, answer }) => {
      const chosen = await choosePassword(ground, {
        ...body,
        schoolId,
        browserToken: request.cookie('browser'),
      });
      setBrowserCookie(answer, chosen.browserToken);
      answer.setCookie('session', null);
      return { email: chosen.email };
    },

    proveAgain: async ({ body, staff, request }) => {
      await proveAgain(ground, staff, { password: body.password, browserToken: request.cookie('browser') });
      return { session: await presentSession(ground, staff) };
    },

    listSessions: async ({ staff }) => {
      return { sessions: presentOwnSessions(await listOwnSessions(ground, staff), staff.sessionId) };
    },

    endSession: async ({ params, staff, answer }) => {
      await endOwnSession(ground, staff, params.id);
      if (params.id === staff.sessionId) answer.setCookie('session', null);
    },

    notePractised: ({ staff }) => notePractised(ground, staff),

    readNews: async ({ staff }) => ({ seen: await readNewsSeen(ground, staff) }),

    noteNews: ({ staff, body }) => noteNewsSeen(ground, staff, body.version),

    notePractisedAsAuthor: ({ staff }) => notePractised(ground, staff),
  }) satisfies Handlers;
