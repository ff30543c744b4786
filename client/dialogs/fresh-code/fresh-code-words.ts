import type { Assertion } from '../../../protocol/fresh-proof';

/** Something that needs a fresh proof: a code of this very moment, or an answer of one of the person's passkeys. */
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
  /** does it by a passkey: given wherever the person's own keys prove it */
  sendPasskey?: (passkey: Assertion) => Promise<void>;
  /** a passkey that waits will do too: the one that is being removed */
  waitingToo?: boolean;
}
