/** Host names that mean something else beside a school's domain, or that Heed keeps (architecture.md, Ports and settings). */
const reserved: ReadonlySet<string> = new Set([
  'admin',
  'api',
  'authenticator',
  'autoconfig',
  'autodiscover',
  'cdn',
  'dns',
  'ftp',
  'heed',
  'help',
  'imap',
  'localhost',
  'mail',
  'mta-sts',
  'mx',
  'ns',
  'ns1',
  'ns2',
  'pop',
  'pop3',
  'root',
  'smtp',
  'status',
  'support',
  'test',
  'webmail',
  'wpad',
  'www',
]);

/** Whether no school may have this name. */
export function isReservedSite(site: string): boolean {
  return reserved.has(site);
}

/** A site as it stands in front of the host name: one DNS label of a–z, 0–9 and inner hyphens; null for anything else. */
export function readSite(text: string): string | null {
  // Two hyphens in third place announce an encoded name (RFC 5891, 4.2.3.1).
  if (/^..--/.test(text)) return null;
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text) ? text : null;
}
