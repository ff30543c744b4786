import { asPdfShown, type PdfShown } from '../viewer/messages';

/** The page of vite.viewer.config.ts; the server gives it a sandbox as well (server/http/security-headers.ts). */
const VIEWER = '/viewer/index.html';
/** A PDF that is not read in this time will not be; ms. */
const PATIENCE_MS = 60_000;

/** A frame for one PDF, to be put where it is to be seen. It reads nothing before it stands in the page. */
export function pdfFrame(name: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.className = 'file-pdf';
  frame.title = name;
  // Scripts, and nothing else: no origin, so nothing of ours is in their reach.
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.src = VIEWER;
  return frame;
}

/**
 * Hands a PDF to a frame that was put into the page just now. A frame that is moved within the page loads anew, as when a
 * tablet is turned: it is handed the same again, so that no empty frame stands for a letter.
 * @returns how many pages it shows, or why it shows none
 */
export function showPdf(frame: HTMLIFrameElement, bytes: Uint8Array): Promise<PdfShown> {
  return new Promise((resolve) => {
    frame.addEventListener('load', () => handOver(frame, bytes, resolve));
    setTimeout(() => resolve({ fault: 'unreadable' }), PATIENCE_MS);
  });
}

function handOver(frame: HTMLIFrameElement, bytes: Uint8Array, said: (answer: PdfShown) => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    said(asPdfShown(data));
    port1.close();
  };
  // It has no origin that could be named; the frame takes no other page than ours (frame-src).
  frame.contentWindow?.postMessage({ bytes }, '*', [port2]);
}
