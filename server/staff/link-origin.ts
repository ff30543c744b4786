import { isLoopback } from '../env';
import type { Ground } from '../ground';

/**
 * The origin for an address that is sent elsewhere: in a mail, or to a provider. The host name has been checked against
 * our own; scheme and port come from PUBLIC_URL, never from the request, or a forged Host header would send the token
 * elsewhere.
 */
export function linkOrigin(ground: Ground, origin: string): string {
  const { publicUrl } = ground.settings;
  if (isLoopback(publicUrl)) return origin;
  const url = new URL(publicUrl);
  url.hostname = new URL(origin).hostname;
  return url.origin;
}
