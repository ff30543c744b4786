/** Shown where a push could not be read; the same two sentences that the school sends (product.md, Alerts). */
export const words = {
  alert: 'Safeguarding alert',
  openHeed: 'Open Heed to read it.',
};
