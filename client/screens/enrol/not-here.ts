/*
 * "Not on this device": remembered by this browser for this person, so that a log-in on one's own desktop does not
 * ask each time. It says nothing but that it was said.
 */

const KEY = 'heed-not-on-this-device';

/** The person goes on without enrolling here. */
export function declineHere(staffId: string): void {
  try {
    localStorage.setItem(KEY, [...declined().filter((id) => id !== staffId), staffId].join(' '));
  } catch {
    // No storage: the question comes again at the next log-in.
  }
}

/** Whether this person has said so. Ask before sending anybody to /enrol unasked. */
export function hasDeclinedHere(staffId: string): boolean {
  return declined().includes(staffId);
}

/** The person has joined after all. */
export function forgetDeclined(staffId: string): void {
  try {
    localStorage.setItem(
      KEY,
      declined()
        .filter((id) => id !== staffId)
        .join(' '),
    );
  } catch {
    // Nothing was kept either.
  }
}

function declined(): string[] {
  try {
    return (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}
