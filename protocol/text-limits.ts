/* Apart from the schemas, which the record form does not load before its first keystroke. */

/** Longest text of a concern, in UTF-16 code units. The 48 KiB of the whole payload may end it earlier. */
export const MAX_TEXT_CHARS = 40_000;

/** Longest text about others involved, in UTF-16 code units. */
export const MAX_OTHERS_CHARS = 1_000;

/** Longest reply to whoever recorded a concern, in UTF-16 code units. */
export const LONGEST_REPLY = 500;

/** Longest text of an action, and of why something was decided, in UTF-16 code units. */
export const LONGEST_ACTION = 20_000;

/** Longest note on a pupil's page, in UTF-16 code units. */
export const LONGEST_NOTE = 2_000;
