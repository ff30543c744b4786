import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { problems, type Problem, type ProblemCode } from '../../protocol/problems';

/** What a refusal may add to its code: a more exact sentence, the field, seconds to wait, facts for the screen. */
export interface ProblemExtra {
  readonly title?: string;
  readonly field?: string;
  readonly retryAfter?: number;
  readonly detail?: unknown;
}

/** A refusal with a code of the closed set; thrown anywhere below a handler. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly extra: ProblemExtra;

  constructor(code: ProblemCode, extra: ProblemExtra = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}

/** Codes that ask the caller to come again: none of them leaves without saying when (Retry-After). */
type LaterCode = 'too-many' | 'busy' | 'closed';

/** Shorthand: `throw problem('not-found')`. */
export function problem(code: LaterCode, extra: ProblemExtra & { readonly retryAfter: number }): ProblemError;
export function problem(code: Exclude<ProblemCode, LaterCode>, extra?: ProblemExtra): ProblemError;
export function problem(code: ProblemCode, extra?: ProblemExtra): ProblemError {
  return new ProblemError(code, extra);
}

/** Finds the problem that a fault of another room stands for; null for a fault that nobody expected. */
export type Recognise = (fault: unknown) => ProblemError | null;

/**
 * Turns whatever was thrown into the one shape that leaves the server (RFC 9457).
 * Unknown faults become a generic one whose reference stands in the log beside the cause.
 */
export function presentProblem(fault: unknown, log: Logger, recognise: Recognise): Problem {
  const known = fault instanceof ProblemError ? fault : (recognise(fault) ?? problem('internal'));
  const { status, title } = problems[known.code];
  const { extra } = known;
  const body: Problem = {
    type: `about:blank#${known.code}`,
    title: extra.title ?? title,
    status,
    code: known.code,
  };
  if (extra.field !== undefined) body.field = extra.field;
  if (extra.retryAfter !== undefined) body.retryAfter = extra.retryAfter;
  if (extra.detail !== undefined) body.detail = extra.detail;
  if (known.code === 'internal') {
    body.reference = randomBytes(4).toString('hex');
    log.error({ reference: body.reference, fault: safeFault(fault) }, 'unexpected fault');
  }
  return body;
}

/** Kind and stack only: a driver's message may quote the values of a statement. */
function safeFault(fault: unknown): { kind: string; code?: string; stack: string } {
  if (!(fault instanceof Error)) return { kind: typeof fault, stack: '' };
  const code = 'code' in fault ? String(fault.code) : '';
  const stack = (fault.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '));
  return { kind: fault.name, code, stack: stack.slice(0, 8).join('\n') };
}
