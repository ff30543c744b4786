/** One way to reach support, with the address that a tap opens, or null where it is only words. */
export interface SupportWay {
  text: string;
  href: string | null;
}

/** Cuts "help@school.example, 01632 960004" into ways that can be tapped. @param support as `readPlace` says it */
export function supportWays(support: string): SupportWay[] {
  return support
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((text) => ({ text, href: hrefOf(text) }));
}

function hrefOf(text: string): string | null {
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return `mailto:${text}`;
  const digits = text.replace(/[\s()-]/g, '');
  return /^\+?\d{5,15}$/.test(digits) ? `tel:${digits}` : null;
}
