import type { Problem, ProblemCode } from '../../protocol/problems';
import { faults } from '../strings/faults';

/** Faults that only the page can see: no school answered, or the session is somebody else's. */
export type LocalFaultCode = 'unreachable' | 'other-person';

/** Codes of what went wrong lately, the newest first; support is told them (screens/support). */
export const lastFaults: CallFault['code'][] = [];
const MOST_FAULTS = 8;

/** A call that did not succeed. `title` is a sentence for the person; `field` a dotted path such as `body.email`. */
export class CallFault extends Error {
  readonly code: ProblemCode | LocalFaultCode;
  readonly title: string;
  readonly field: string | null;
  /** seconds to wait, or null */
  readonly retryAfter: number | null;
  /** stands in the server's log, or null */
  readonly reference: string | null;
  readonly detail: unknown;

  constructor(code: ProblemCode | LocalFaultCode, title: string, problem?: Problem) {
    super(code);
    this.name = 'CallFault';
    this.code = code;
    this.title = title;
    this.field = problem?.field ?? null;
    this.retryAfter = problem?.retryAfter ?? null;
    this.reference = problem?.reference ?? null;
    this.detail = problem?.detail;
    lastFaults.splice(MOST_FAULTS - 1);
    lastFaults.unshift(code);
  }
}

/** No answer of the school's: no network, a captive portal's page, a proxy's error. */
export function unreachable(): CallFault {
  return new CallFault('unreachable', faults.unreachable);
}

/** What went wrong, for any thrown value: a fault of a call, or one of the page itself. */
export function asCallFault(thrown: unknown): CallFault {
  return thrown instanceof CallFault ? thrown : new CallFault('internal', faults.page);
}

/** Whether trying the same call again later may succeed by itself. */
export function isPassing(fault: CallFault): boolean {
  return fault.code === 'unreachable' || fault.code === 'busy' || fault.code === 'too-many';
}

/** Of a `conflict`: its id stands for other words that were sent first. */
export function isSentBefore(detail: unknown): boolean {
  return typeof detail === 'object' && detail !== null && 'sentBefore' in detail;
}
