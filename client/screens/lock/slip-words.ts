import type { Problem } from '../../../protocol/problems';
import { SLIP_ALPHABET, SLIP_LETTERS } from '../../../protocol/slips';
import { lock } from '../../strings/lock';
import { slip as words } from '../../strings/slip';

/** The code as the school reads it; null where it cannot be one. Nothing is asked of the school for those. */
export function codeTyped(typed: string): string | null {
  const letters = Array.from(typed.toUpperCase()).filter((one) => /[A-Z0-9]/.test(one));
  const whole = letters.length === SLIP_LETTERS && letters.every((one) => SLIP_ALPHABET.includes(one));
  return whole ? letters.join('') : null;
}

/**
 * Why a slip gave nothing, in a sentence.
 * @param asked whether it came to asking the school; @param problem what the school said, null where it said nothing
 */
export function slipTrouble(asked: boolean, problem: Problem | null, online: boolean): string {
  if (!asked) return lock.failed;
  if (problem === null) return online ? words.noAnswer : words.offline;
  if (problem.code === 'too-many') return words.tooMany(Math.ceil((problem.retryAfter ?? 60) / 60));
  return problem.status >= 500 ? words.noAnswer : problem.title;
}
