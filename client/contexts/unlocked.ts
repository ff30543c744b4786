import { createContext } from '@lit/context';
import type { Unlocked } from '../unlock/unlocked';
import { Held } from './held';

/** Who is unlocked in this page; null while it is locked. Provide it from {@link watchUnlocked}. */
export const unlockedContext = createContext<Unlocked | null>('unlocked');

const held = new Held<Unlocked | null>(null);

/** Who is unlocked in this page. Its keys live here and nowhere else. */
export function currentUnlocked(): Unlocked | null {
  return held.get();
}

/** Unlocks or locks this page. */
export function setUnlocked(unlocked: Unlocked | null): void {
  held.set(unlocked);
}

/** Calls `listener` now and with each unlock and lock. @returns stops it */
export function watchUnlocked(listener: (unlocked: Unlocked | null) => void): () => void {
  return held.watch(listener);
}
