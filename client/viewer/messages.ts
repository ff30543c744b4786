/**
 * What Heed and the page of the viewer say to each other. The page has no origin of its own, so nothing of this can be
 * believed: it is shown, never followed.
 */

/** From Heed, with a port for the answer. */
export interface ShowPdf {
  readonly bytes: Uint8Array;
}

/** From the viewer: its pages stand there, or why none does. */
export type PdfShown = { readonly pages: number } | { readonly fault: 'unreadable' | 'locked' };

/** Whatever came through the port, as an answer; anything else is one that cannot be read. */
export function asPdfShown(said: unknown): PdfShown {
  const { pages, fault } = (said ?? {}) as { pages?: unknown; fault?: unknown };
  if (typeof pages === 'number' && pages > 0) return { pages };
  return { fault: fault === 'locked' ? 'locked' : 'unreadable' };
}
