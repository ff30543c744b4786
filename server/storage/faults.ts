import { problem, type ProblemError } from '../http/problem';

const passing = new Set([
  '40001', // serialisation failure
  '40P01', // deadlock
  '57P01', // the server ended the connection
  '08006',
  '08003',
  'ECONNRESET',
]);

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : '';
}

/** A fault of PostgreSQL after which the same transaction may be tried again at once. */
export function isPassing(fault: unknown): boolean {
  return (
    passing.has(codeOf(fault)) || (fault instanceof Error && /Connection terminated/.test(fault.message))
  );
}

/** The write lock is held by somebody else for longer than we wait (failures.md, S8). */
function isBusy(fault: unknown): boolean {
  return (
    codeOf(fault) === 'SQLITE_BUSY' || (fault instanceof Error && /Timeout acquiring/.test(fault.message))
  );
}

/** The disk or the quota is full (failures.md, S7). */
function isFull(fault: unknown): boolean {
  return ['SQLITE_FULL', 'ENOSPC', 'EDQUOT', '53100'].includes(codeOf(fault));
}

/** A row breaks a uniqueness rule: somebody else was first. */
export function isTaken(fault: unknown): boolean {
  if (codeOf(fault) === '23505') return true;
  return fault instanceof Error && /UNIQUE constraint failed/.test(fault.message);
}

/** The problem that a fault of the database or the disk stands for. */
export function storageProblem(fault: unknown): ProblemError | null {
  if (isBusy(fault)) return problem('busy', { retryAfter: 5 });
  return isFull(fault) ? problem('disk-full') : null;
}
