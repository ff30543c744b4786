import type { Emblem } from '../../protocol/emblem';
import { addressOf } from './call';

const KEPT = 'heed-emblem';

/** The emblem that this browser saw last, for a log-in page without a network. It is nobody's: everybody sees it. */
export function keptEmblem(): Emblem | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Partial<Emblem> | null;
    const { hash, width, height } = kept ?? {};
    const whole = typeof hash === 'string' && typeof width === 'number' && typeof height === 'number';
    return whole ? { hash, width, height } : null;
  } catch {
    return null;
  }
}

/** Keeps what the school has now; the worker keeps the picture itself (sw/keep-emblem.ts). */
export function keepEmblem(emblem: Emblem | null): void {
  try {
    if (emblem) localStorage.setItem(KEPT, JSON.stringify(emblem));
    else localStorage.removeItem(KEPT);
  } catch {
    // Without it the page has no picture offline, and nothing else is lost.
  }
}

/** Where the picture is found. */
export const emblemAddress = ({ hash }: Emblem): string => addressOf('readEmblem').replace(':hash', hash);
