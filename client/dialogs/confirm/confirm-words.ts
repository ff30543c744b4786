/** A question with two answers. */
export interface ConfirmWords {
  heading: string;
  text: string;
  /** the button that does it */
  yes: string;
  /** the button that leaves everything as it is */
  no: string;
  /** red: something is lost */
  danger?: boolean;
}
