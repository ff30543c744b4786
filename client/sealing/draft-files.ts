import type { Attachment } from '../../protocol/payload';

/** A file of a draft: what its record will say of it, and the name of its sealed chunks on this device. */
export interface FileOfDraft extends Attachment {
  fileId: string;
}
