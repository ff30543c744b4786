/** From when on an unsent record is amber, and red (ui.md, section 2, Veeva). */
const AMBER_MS = 30 * 60_000;
const RED_MS = 2 * 60 * 60_000;

/** How long a record has been waiting for the school. */
export type Lateness = 'fresh' | 'amber' | 'red';

/** @param since when Send was pressed; both by the device's clock, ms. A clock set back makes nothing late. */
export function latenessOf(since: number, now: number): Lateness {
  const waited = now - since;
  if (waited >= RED_MS) return 'red';
  return waited >= AMBER_MS ? 'amber' : 'fresh';
}
