import type { Ground } from '../../ground';
import type { Handlers } from '../../http/call';
import { applyImport } from './apply-import';
import { previewImport } from './preview-import';

/** The set-up spreadsheet, imported again by an administrator. */
export const importAgainHandlers = (ground: Ground) =>
  ({
    previewImport: ({ body, staff }) => previewImport(ground, staff, body.file),
    applyImport: ({ body, staff }) => applyImport(ground, staff, body),
  }) satisfies Handlers;
