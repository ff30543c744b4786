import { PassThrough, type Readable } from 'node:stream';
import type { StaffActor } from '../access/actor';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readSessionLimits } from '../school/settings';
import { isRunning } from '../staff/session-life';
import { findSessionById, type JoinedSession } from '../staff/session-store';

/** A line this often keeps proxies from closing a quiet stream. */
const QUIET_MS = 25_000;

/**
 * The live inbox of one person: server-sent events that say only "changed", and how often rights of this person have
 * ended, so that what they have open falls even where the moment itself was missed. A stream never counts
 * as activity, and what changed is fetched through the access rule like everything else. It ends with its session,
 * and when its person leaves (access.md, "leavers").
 */
export function liveInbox(ground: Ground, viewer: StaffActor): Readable {
  const stream = new PassThrough();
  const say = (event: string) => {
    runningSession(ground, viewer).then(
      (session) => {
        if (!session) stream.end();
        else if (stream.writable) stream.write(`${event}data: {"rightsEnded":${session.rights_ended}}\n\n`);
      },
      // The database cannot be asked: the page connects again, and then it is.
      () => stream.end(),
    );
  };
  const stop = ground.changes.watch(viewer.schoolId, viewer.staffId, () => {
    say('event: changed\n');
  });
  say('retry: 3000\nevent: hello\n');
  const quiet = setInterval(() => say('event: quiet\n'), QUIET_MS);
  quiet.unref();
  const over = () => {
    clearInterval(quiet);
    stop();
  };
  stream.on('close', over).on('finish', over);
  return stream;
}

async function runningSession(ground: Ground, viewer: StaffActor): Promise<JoinedSession | null> {
  const session = await findSessionById(ground.database.read, viewer.sessionId, timeStamp(ground.clock));
  const limits = await readSessionLimits(ground.database.read, ground, viewer.schoolId);
  const runs = session?.disabled_at === null && isRunning(session, limits, ground.clock.now());
  return runs ? session : null;
}
