import type { DeviceKind } from '../strings/device';

/** Narrower than this across its short side, in CSS px, a touch device is held in one hand. */
const PHONE_SIDE = 600;

/** What the person holds: a touch screen by its short side, everything else is a computer. */
export function deviceKind(): DeviceKind {
  if (!matchMedia('(pointer: coarse)').matches) return 'computer';
  return Math.min(screen.width, screen.height) < PHONE_SIDE ? 'phone' : 'tablet';
}
