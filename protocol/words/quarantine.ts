import type { QuarantineReason } from '../concerns';

/** What each doubt about a record means, and what to do about it. */
export const quarantineWhat = {
  'author-unconfirmed':
    'It was written on a locked tablet, without a PIN. Ask the person who is named whether they wrote it.',
  'author-left':
    'The person who wrote it had left the school when it arrived. It may have waited on a device for long.',
  'slip-ended':
    'The slip that let its author record on that tablet had ended when it arrived. Ask the person who is named whether they wrote it.',
  'device-revoked':
    'It came from a device that the school no longer trusts. Ask the author whether they sent it.',
  'signature-wrong':
    'It does not carry the author’s signature as it should. Ask the person who is named whether they wrote it.',
  'cannot-open': 'It arrived, and it is kept, but its seal does not open with the keys of this school.',
  'unknown-schema': 'It is kept and will be shown when the school’s Heed is as new as the device’s.',
  'category-gone': 'The kind of concern that was chosen is no longer in the school’s list.',
  'possible-duplicate': 'It may have been sent twice. Compare the two before you act on both.',
  'addition-of-another':
    'It adds to a record that somebody else wrote. Ask the person who is named what they meant, then join it to the record.',
  'addition-alone':
    'It adds to a record that has not arrived. The record may still lie on a device: ask the person who is named.',
  'action-not-allowed':
    'It is an action that was written without a connection. Its author may not add it to that concern, or not any more. Nothing was added there.',
  'action-closed':
    'It is an action that was written without a connection. Its concern was closed before it arrived. Open the concern again if it belongs there.',
  'action-alone':
    'It is an action about a concern that is not here. Ask its author which concern they meant.',
  'action-late':
    'It is an action that waited on a device for more than a week. Look whether it is still true, then add it to its concern yourself.',
  'action-unfit':
    'It is an action that names something which is no longer so: an agency that was taken off the list, or a person who cannot read the concern.',
  unfinished: 'Its author began it, left it and did not send it. Ask them what they meant to write.',
} satisfies Record<QuarantineReason, string>;
