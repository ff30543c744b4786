import { createContext } from '@lit/context';

/** The device's time, ms, as screens show it; moves every 10 seconds. Provide it from {@link watchClock}. */
export const clockContext = createContext<number>('clock');

const TICK_MS = 10_000;

/** Calls `listener` now, every 10 seconds, and when the page comes back. @returns stops it */
export function watchClock(listener: (now: number) => void): () => void {
  const tell = () => listener(Date.now());
  const timer = setInterval(tell, TICK_MS);
  document.addEventListener('visibilitychange', tell);
  tell();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tell);
  };
}
