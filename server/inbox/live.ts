import { PassThrough, type Readable } from 'node:stream';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';

/** A comment line this often keeps proxies from closing a quiet stream. */
const QUIET_MS = 25_000;

/**
 * The live inbox of one person: server-sent events that say only "changed" (architecture.md). A stream never counts
 * as activity, and what changed is fetched through the access rule like everything else.
 */
export function liveInbox(ground: Ground, viewer: StaffActor): Readable {
  const stream = new PassThrough();
  stream.write('retry: 3000\nevent: hello\ndata: {}\n\n');
  const stop = ground.changes.watch(viewer.schoolId, viewer.staffId, () => {
    stream.write('event: changed\ndata: {}\n\n');
  });
  const quiet = setInterval(() => stream.write(': still here\n\n'), QUIET_MS);
  quiet.unref();
  stream.on('close', () => {
    clearInterval(quiet);
    stop();
  });
  return stream;
}
