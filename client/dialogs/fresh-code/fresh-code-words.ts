/** Something that needs a code of this very moment. */
export interface FreshCodeWords {
  heading: string;
  text: string;
  label: string;
  yes: string;
  danger?: boolean;
  /** a recovery code will do as well */
  recoveryToo?: boolean;
  /** does it; a CallFault is shown beside the field and the dialog stays */
  send: (code: string) => Promise<void>;
}
