import { PassThrough, type Readable } from 'node:stream';
import type { StaffActor } from '../access/actor';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readSessionLimits } from '../school/settings';
import { isRunning } from '../staff/session-life';
import { findSessionById } from '../staff/session-store';

/** A comment line this often keeps proxies from closing a quiet stream. */
const QUIET_MS = 25_000;

/**
 * The live inbox of one person: server-sent events that say only "changed" (architecture.md). A stream never counts
 * as activity, and what changed is fetched through the access rule like everything else. It ends with its session,
 * and when its person leaves (access.md, "leavers").
 */
export function liveInbox(ground: Ground, viewer: StaffActor): Readable {
  const stream = new PassThrough();
  stream.write('retry: 3000\nevent: hello\ndata: {}\n\n');
  const say = (text: string) => {
    mayGoOn(ground, viewer).then(
      (goesOn) => {
        if (!goesOn) stream.end();
        else if (stream.writable) stream.write(text);
      },
      // The database cannot be asked: the page connects again, and then it is.
      () => stream.end(),
    );
  };
  const stop = ground.changes.watch(viewer.schoolId, viewer.staffId, () => {
    say('event: changed\ndata: {}\n\n');
  });
  const quiet = setInterval(() => say(': still here\n\n'), QUIET_MS);
  quiet.unref();
  const over = () => {
    clearInterval(quiet);
    stop();
  };
  stream.on('close', over).on('finish', over);
  return stream;
}

async function mayGoOn(ground: Ground, viewer: StaffActor): Promise<boolean> {
  const session = await findSessionById(ground.database.read, viewer.sessionId, timeStamp(ground.clock));
  const limits = await readSessionLimits(ground.database.read, ground, viewer.schoolId);
  return session !== null && session.disabled_at === null && isRunning(session, limits, ground.clock.now());
}
