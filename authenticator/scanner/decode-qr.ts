import jsQR from 'jsqr';

/** The text of the QR code in these pixels, dark on light or light on dark; null: there is none. */
export function decodeQr({ data, width, height }: ImageData): string | null {
  return jsQR(data, width, height, { inversionAttempts: 'attemptBoth' })?.data ?? null;
}
