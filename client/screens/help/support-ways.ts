import type { Support } from '../../../protocol/support';

/** One way to reach support, with the address that a tap opens, or null where it is only words. */
export interface SupportWay {
  text: string;
  href: string | null;
}

/** The ways to reach support, as they can be tapped. */
export function supportWays(support: Support | null): SupportWay[] {
  const { email = null, phone = null } = support ?? {};
  const ways: SupportWay[] = email === null ? [] : [{ text: email, href: `mailto:${email}` }];
  return phone === null ? ways : [...ways, { text: phone, href: numberOf(phone) }];
}

/** An extension or words cannot be dialled. */
function numberOf(phone: string): string | null {
  const digits = phone.replace(/[\s()-]/g, '');
  return /^\+?\d{5,15}$/.test(digits) ? `tel:${digits}` : null;
}
