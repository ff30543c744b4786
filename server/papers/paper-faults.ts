import type { Ground } from '../ground';
import { ProblemError } from '../http/problem';
import { NoLongerRead } from './press';

/** Notes why a paper ended in the middle; that somebody lost the right to read it is no fault. */
export function notePaperFault(ground: Ground, fault: unknown): void {
  if (fault instanceof NoLongerRead || fault instanceof ProblemError) {
    ground.log.info('a paper was not finished: its reader may not read it any more');
    return;
  }
  ground.log.error(
    { fault: fault instanceof Error ? fault.stack : String(fault) },
    'a paper was not finished',
  );
}
