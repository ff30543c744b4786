import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { putPart, standingOf } from './put-part';

/** Sending the chunks of a file that was named online. @param wake called when a chunk has come */
export const fileHandlers = (ground: Ground, wake: () => void) =>
  ({
    readFileStanding: ({ staff, params }) => standingOf(ground, staff, params.fileId),

    putFilePart: async ({ staff, params, body }) => {
      const part = { fileId: params.fileId, part: Number(params.part), bytes: body };
      const standing = await putPart(ground, staff, part);
      if (standing.missing.length === 0) wake();
      return standing;
    },
  }) satisfies Handlers;
