import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextContent } from 'pdfjs-dist/types/src/display/api';
import { pdf as words } from '../strings/pdf';

/** No page is drawn wider than this, CSS px: an A4 page is well read at it. */
const WIDEST = 1100;
/** Pixels of one page at most, four bytes each: a page may call itself a hundred metres wide. */
const MOST_PIXELS = 8_000_000;
/** Sharper than this nobody sees. */
const SHARPEST = 2;

/**
 * Gives every page its place at once, in the size of the first, and draws each when somebody comes near it.
 * @returns when the first page stands there
 */
export async function drawPages(pages: PDFDocumentProxy, into: HTMLElement): Promise<void> {
  const first = await pages.getPage(1);
  const { width, height } = first.getViewport({ scale: 1 });
  const places = Array.from({ length: pages.numPages }, (_, at) => place(at + 1, pages.numPages));
  for (const one of places) one.style.aspectRatio = `${String(width)} / ${String(height)}`;
  into.replaceChildren(...places);
  for (const one of places.slice(0, 1)) await draw(first, one);
  const near = new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        const number = places.indexOf(target as HTMLElement) + 1;
        void pages
          .getPage(number)
          .then((page) => draw(page, target as HTMLElement))
          .catch(() => (target.textContent = words.noPage(number)));
      }
    },
    { rootMargin: '100% 0px' },
  );
  for (const one of places.slice(1)) near.observe(one);
}

function place(number: number, all: number): HTMLElement {
  const section = document.createElement('section');
  section.ariaLabel = words.page(number, all);
  return section;
}

async function draw(page: PDFPageProxy, into: HTMLElement): Promise<void> {
  const whole = page.getViewport({ scale: 1 });
  const shown = Math.min(into.clientWidth || WIDEST, WIDEST) * Math.min(devicePixelRatio, SHARPEST);
  const most = Math.sqrt(MOST_PIXELS / (whole.width * whole.height));
  const viewport = page.getViewport({ scale: Math.min(shown / whole.width, most) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  canvas.setAttribute('aria-hidden', 'true');
  await page.render({ canvas, viewport }).promise;
  into.style.aspectRatio = 'auto';
  into.replaceChildren(canvas, await spoken(page));
}

/** The words of a page for whoever cannot see it drawn. */
async function spoken(page: PDFPageProxy): Promise<HTMLElement> {
  const text = document.createElement('p');
  text.className = 'spoken';
  // By hand: WebKit walks no stream with `for await`, as pdf.js itself would.
  const reader = page.streamTextContent().getReader() as ReadableStreamDefaultReader<TextContent>;
  for (let read = await reader.read(); !read.done; read = await reader.read())
    for (const item of read.value.items) if ('str' in item) text.append(item.str, item.hasEOL ? '\n' : '');
  return text;
}
