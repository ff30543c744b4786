import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { drawPages } from './draw-pages';
import type { PdfShown, ShowPdf } from './messages';
import './viewer.css';

/**
 * The page that shows a PDF (decision 22). It runs in a sandbox without an origin: no cookie, no storage, no way to the
 * record that is open around it. All it gets is bytes, and all it gives is how many pages there are.
 */

/** Pixels of one picture in it at most; a larger one is left out. */
const MOST_PICTURE_PIXELS = 60_000_000;

// The build for browsers of some years ago: Firefox ESR has not all that the other one asks for.
// A page without an origin may start no worker, so pdf.js reads here: this frame is its own to keep busy.
Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });

addEventListener(
  'message',
  ({ data, ports: [port] }: MessageEvent<ShowPdf>) => {
    void show(data.bytes).then((answer) => port?.postMessage(answer));
  },
  { once: true },
);

async function show(bytes: Uint8Array): Promise<PdfShown> {
  try {
    const pages = await getDocument({
      data: bytes,
      wasmUrl: new URL('./', location.href).href,
      enableXfa: false,
      maxImageSize: MOST_PICTURE_PIXELS,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
    await drawPages(pages, document.body);
    return { pages: pages.numPages };
  } catch (fault) {
    return { fault: fault instanceof Error && fault.name === 'PasswordException' ? 'locked' : 'unreadable' };
  }
}
