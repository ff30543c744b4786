import type { Support } from '../../protocol/support';

const KEPT = 'heed-support';
const parts = ['email', 'phone', 'hours'] as const;

/** Whom this browser heard of last, for a page without a network. It is no secret: the log-in page says it. */
export function keptSupport(): Support | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Partial<Support> | null;
    if (kept === null) return null;
    const [email, phone, hours] = parts.map((part) => (typeof kept[part] === 'string' ? kept[part] : null));
    return { email: email ?? null, phone: phone ?? null, hours: hours ?? null };
  } catch {
    return null;
  }
}

/** Keeps what the school says now. */
export function keepSupport(support: Support | null): void {
  try {
    if (support) localStorage.setItem(KEPT, JSON.stringify(support));
    else localStorage.removeItem(KEPT);
  } catch {
    // Without it the page asks in general words offline, and nothing else is lost.
  }
}
