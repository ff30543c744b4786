import * as v from 'valibot';

/** Fields that several nouns share, each with its one rule. */
export const id = v.pipe(v.string(), v.uuid('This is not an identifier.'));
/** UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const time = v.pipe(v.string(), v.isoTimestamp('This is not a time.'), v.maxLength(30));
/** A day on the school's wall: yyyy-mm-dd. */
export const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Choose a day.'),
);
/** A time on the school's clock. */
export const clockTime = v.pipe(
  v.string(),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as hours and minutes: 08:30.'),
);
export const email = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(254, 'This e-mail address is too long.'),
  v.email('Write the whole e-mail address, for example jo.price@oakfield.example.'),
);
/** Eight characters or more, no other rule (product.md section 2, point 2). */
export const newPassword = v.pipe(
  v.string(),
  v.minLength(8, 'Choose a password of at least 8 characters; 15 or more is better.'),
  v.maxLength(256, 'Choose a password of at most 256 characters.'),
);
export const password = v.pipe(v.string(), v.minLength(1, 'Type your password.'), v.maxLength(256));
/** Six digits; spaces that a person typed between them are taken out. */
export const code = v.pipe(
  v.string(),
  v.transform((typed) => typed.replace(/\s/g, '')),
  v.regex(/^\d{6}$/, 'A code has 6 digits. Type the one that your authenticator shows now.'),
);
/** A code of an authenticator or one of the ten recovery codes. */
export const codeOrRecovery = v.pipe(
  v.string(),
  v.transform((typed) => typed.replace(/[\s-]/g, '').toUpperCase()),
  v.regex(/^(\d{6}|[A-Z0-9]{10})$/, 'Type the 6 digits of your authenticator, or one recovery code.'),
);
/** One recovery code, as it is printed or typed. */
export const recoveryCode = v.pipe(
  v.string(),
  v.transform((typed) => typed.replace(/[\s-]/g, '').toUpperCase()),
  v.regex(/^[A-Z0-9]{10}$/, 'A recovery code has 10 letters and digits.'),
);
/** A short text that a person typed, such as the name of a device. */
export const shortText = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'This cannot be empty.'),
  v.maxLength(80),
);
/** Ids of a list that a person put together; one that is named twice counts once. */
export const ids = v.pipe(
  v.array(id),
  v.maxLength(500, 'These are too many.'),
  v.transform((list) => [...new Set(list)]),
);
/** Something that a school knows by its name. */
export const named = v.object({ id, name: v.string() });
export type Named = v.InferOutput<typeof named>;
/** A staff member, for lists of people; leavers stay in lists until somebody takes them out. */
export const person = v.object({ ...named.entries, left: v.boolean() });
export type Person = v.InferOutput<typeof person>;
/** A staff member whom a list may name, with what tells two of one name apart. */
export const colleague = v.object({ ...person.entries, jobTitle: v.nullable(v.string()) });
export type Colleague = v.InferOutput<typeof colleague>;
/** A one-time token out of a link's fragment: 32 bytes in base64url. */
export const token = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not whole. Copy all of it.'),
);
/** Bytes in base64url without padding. */
export const base64url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.maxLength(8192));
/** An uncompressed P-256 point, 65 bytes. */
export const publicKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{87}$/, 'This is not a public key.'));
