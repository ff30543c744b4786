/**
 * Why a message did not arrive, or not yet: a closed set, because a mail server's own words may quote an address.
 * gone: the device gave its subscription up. left: the person left. not-theirs: the device is another person's now, or
 * they signed out. read: the person has read in Heed what it was to tell of, or may not read it any more. turned-off: the person takes no mail. no-address: nothing to send it to. too-late: of no use any
 * more. our-key, our-login: our own credentials were refused. unwritable: the text could not be written.
 */
export const faults = [
  'gone',
  'left',
  'not-theirs',
  'read',
  'turned-off',
  'no-address',
  'host-not-allowed',
  'too-late',
  'unreachable',
  'time-out',
  'busy',
  'server-fault',
  'refused',
  'address-refused',
  'our-key',
  'our-login',
  'unwritable',
] as const;
export type Fault = (typeof faults)[number];

/** What came of one attempt. `later` is tried again; `retryAfter` is in milliseconds, as the other side asked. */
export type Outcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'never'; readonly fault: Fault }
  | { readonly kind: 'later'; readonly fault: Fault; readonly retryAfter: number | null };

export const accepted: Outcome = { kind: 'accepted' };
export const never = (fault: Fault): Outcome => ({ kind: 'never', fault });
export const later = (fault: Fault, retryAfter: number | null = null): Outcome => ({
  kind: 'later',
  fault,
  retryAfter,
});
