/** Finds the text of a QR code in a picture of that many pixels; null: there is none. */
export type Reader = (
  picture: HTMLVideoElement | ImageBitmap,
  width: number,
  height: number,
) => Promise<string | null>;

/** Not in every engine, nor in lib DOM (WICG Shape Detection). */
interface Detector {
  detect: (picture: HTMLVideoElement | ImageBitmap) => Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<string[]>;
}

/** The longer side that the reader in JavaScript looks at: more costs time and finds no more. */
const LONGEST = 800;

/** The engine's own reader where there is one; else jsQR, which is fetched only then (25 kB brotli). */
export async function findReader(): Promise<Reader> {
  const { BarcodeDetector: Own } = globalThis as { BarcodeDetector?: DetectorClass };
  const formats = Own ? await Own.getSupportedFormats().catch(() => []) : [];
  if (!Own || !formats.includes('qr_code')) return drawnReader();
  const detector = new Own({ formats: ['qr_code'] });
  return async (picture) => (await detector.detect(picture).catch(() => []))[0]?.rawValue ?? null;
}

async function drawnReader(): Promise<Reader> {
  const { decodeQr } = await import('./decode-qr');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (picture, width, height) => {
    const scale = Math.min(1, LONGEST / Math.max(width, height));
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const pixels = context?.getImageData(0, 0, canvas.width, canvas.height);
    return pixels ? decodeQr(pixels) : null;
  };
}
