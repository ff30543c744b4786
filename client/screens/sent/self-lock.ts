/** A shared device locks itself so many seconds after a record was sent (ui.md, section 8). */
export const LOCKS_AFTER_S = 20;

/**
 * Counts down by the time that has passed and not by ticks, which stop in the background.
 * @param tell seconds left, from {@link LOCKS_AFTER_S} to 0; at 0 the screen locks
 * @returns stops it
 */
export function countDown(
  tell: (secondsLeft: number) => void,
  now: () => number = () => performance.now(),
): () => void {
  const end = now() + LOCKS_AFTER_S * 1000;
  const look = () => {
    const left = Math.max(0, Math.ceil((end - now()) / 1000));
    if (left === 0) stop();
    tell(left);
  };
  const timer = setInterval(look, 1000);
  const stop = () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
  document.addEventListener('visibilitychange', look);
  tell(LOCKS_AFTER_S);
  return stop;
}
