/** So long may one practise, and so long before its end it is said, s. */
export const PRACTICE_S = 600;
export const WARN_S = 60;

/**
 * Counts practice down by the time that has passed and not by ticks, which stop in the background.
 * @param tell seconds left in the last {@link WARN_S}, else null; 0: it has ended
 * @returns stops it
 */
export function countPractice(
  tell: (secondsLeft: number | null) => void,
  now: () => number = () => performance.now(),
): () => void {
  const end = now() + PRACTICE_S * 1000;
  const look = () => {
    const left = Math.max(0, Math.ceil((end - now()) / 1000));
    if (left === 0) stop();
    tell(left > WARN_S ? null : left);
  };
  const timer = setInterval(look, 1000);
  const stop = () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
  document.addEventListener('visibilitychange', look);
  return stop;
}
