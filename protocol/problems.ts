import * as v from 'valibot';

/**
 * Every fault that the API may answer with, said once (RFC 9457 problem details).
 * `title` is a sentence for a person: what happened and what to do. A route may replace it with a
 * more exact one; the code and the status never change.
 */
export const problems = {
  'not-valid': {
    status: 400,
    title: 'Something in this request is not right. Check the field that is named.',
  },
  'log-in-needed': { status: 401, title: 'Log in to go on.' },
  'log-in-failed': {
    status: 401,
    title: 'That e-mail address and password do not go together. Check both, or choose a new password.',
  },
  'delivery-refused': { status: 401, title: 'This device is not known to the school. Log in on it once.' },
  'elevation-needed': { status: 403, title: 'Elevate your access to do this.' },
  'device-revoked': {
    status: 403,
    title:
      'The school has removed this device. What was recorded on it is still sent. Ask a safeguarding lead.',
  },
  'password-needed': { status: 403, title: 'Type your password again to go on.' },
  'switch-refused': {
    status: 403,
    title: 'Heed could not take you to that school. Go back and choose it again, or log in here.',
  },
  'foreign-origin': { status: 403, title: 'This request came from another site and was not carried out.' },
  'not-found': { status: 404, title: 'This is not here, or not for you to see.' },
  'no-such-method': { status: 405, title: 'This address does not take that kind of request.' },
  conflict: { status: 409, title: 'Somebody changed this at the same time. Load it again and look.' },
  'link-used': { status: 410, title: 'This link has been used or is too old. Ask for a new one.' },
  'sign-in-over': {
    status: 410,
    title: 'This sign-in is over, or it was begun in another browser. Begin it again.',
  },
  'sign-in-stopped': {
    status: 422,
    title: 'Signing in was stopped there. Try again, or log in with your e-mail address and password.',
  },
  'provider-away': {
    status: 502,
    title:
      'Signing in there does not work at the moment. Log in with your e-mail address and password, or try again later.',
  },
  'too-large': { status: 413, title: 'This is larger than Heed takes.' },
  'wrong-type': { status: 415, title: 'This kind of content is not taken here.' },
  'code-wrong': {
    status: 422,
    title:
      'That code is not right. Wait for the next one and check that your phone’s clock is set by itself.',
  },
  'code-used': { status: 422, title: 'That code has been used. Wait for the next one.' },
  'slip-refused': {
    status: 422,
    title:
      'This slip does not work here. Check each letter. If they are right, ask the school office for a new slip.',
  },
  'password-weak': { status: 422, title: 'Choose a longer or less common password.' },
  'spreadsheet-faults': { status: 422, title: 'Some cells need mending. Nothing has been written.' },
  'spreadsheet-unreadable': { status: 422, title: 'This file could not be read as a spreadsheet.' },
  'key-not-confirmed': {
    status: 403,
    title: 'This security key waits until a safeguarding lead or administrator confirms it.',
  },
  'file-held': {
    status: 423,
    title: 'The scanner has not looked at this file yet. It can be opened once it has; try again later.',
  },
  'too-many': { status: 429, title: 'Too many tries. Wait a little, then try again.' },
  internal: { status: 500, title: 'Something went wrong here. It has been noted; try again.' },
  busy: { status: 503, title: 'Heed is busy. It will try again by itself.' },
  closed: { status: 503, title: 'Heed cannot open its keys and is closed until it can. Nothing is lost.' },
  'disk-full': { status: 507, title: 'The server has no room left. What is on this device stays on it.' },
} as const;

/** A more exact sentence of 'not-valid', for whoever writes a program that calls Heed. */
export const notJson = 'The body of this request is not JSON.';

export type ProblemCode = keyof typeof problems;

/** The body of every answer that is not a success: `application/problem+json`. */
export const problemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.picklist(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  /** Where the fault is, as a dotted path into params, query or body. */
  field: v.optional(v.string()),
  /** Seconds to wait before the next try (also sent as Retry-After). */
  retryAfter: v.optional(v.number()),
  /** Stands in the server's log beside the cause. */
  reference: v.optional(v.string()),
  /** Facts for the screen, for example the faults of a spreadsheet. */
  detail: v.optional(v.unknown()),
});
export type Problem = v.InferOutput<typeof problemSchema>;
