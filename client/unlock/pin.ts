/** Why a PIN is not taken. */
export type PinFault = 'short' | 'weak';

/** Digits of the shortest PIN (product.md, Lock). */
export const MIN_PIN_DIGITS = 6;
const MAX_PIN_DIGITS = 32;

/** Short patterns that are typed before any other, beside those that a rule finds. */
const COMMON = new Set([
  '159753',
  '147258',
  '258456',
  '147852',
  '789456',
  '123321',
  '520520',
  '696969',
  '102030',
]);

/**
 * Whether a new PIN may be used: six digits or more, and not one that is tried first (all equal, counting up or
 * down, a repeated pair or triple, a whole date of birth).
 * @returns null when it may
 */
export function checkNewPin(pin: string): PinFault | null {
  if (!/^\d*$/.test(pin) || pin.length < MIN_PIN_DIGITS || pin.length > MAX_PIN_DIGITS) return 'short';
  return isCounting(pin) || isRepeating(pin) || isDate(pin) || COMMON.has(pin) ? 'weak' : null;
}

function isCounting(pin: string): boolean {
  const steps = new Set(Array.from(pin.slice(1), (digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10));
  return steps.size === 1 && (steps.has(0) || steps.has(1) || steps.has(9));
}

function isRepeating(pin: string): boolean {
  return [1, 2, 3].some((length) => pin === pin.slice(0, length).repeat(pin.length).slice(0, pin.length));
}

function isDate(pin: string): boolean {
  return /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d\d$/.test(pin);
}
