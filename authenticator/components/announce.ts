/** Speaks to screen readers, politely, through the one region of the page. Said twice in a row, it is said twice. */
export function announce(text: string): void {
  const region = document.querySelector('#said');
  if (!region) return;
  region.textContent = '';
  requestAnimationFrame(() => (region.textContent = text));
}
