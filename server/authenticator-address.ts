/** Whether names can stand before this host: an address of numbers and a machine's own name have none. */
export function takesNames({ hostname }: URL): boolean {
  return hostname.includes('.') && !/^[\d.]+$|^\[/.test(hostname);
}

/** The host of its own that Heed Authenticator answers at, reserved for it (architecture.md); null where there is none. */
export function authenticatorHost(publicUrl: URL): string | null {
  return takesNames(publicUrl) ? `authenticator.${publicUrl.hostname}` : null;
}

/** Where people are sent for Heed Authenticator, as the settings say. */
export function authenticatorUrl(settings: {
  readonly publicUrl: URL;
  readonly authenticatorAt: 'shared' | 'own';
}): string {
  const own = settings.authenticatorAt === 'own' ? authenticatorHost(settings.publicUrl) : null;
  if (own === null) return new URL('/authenticator/', settings.publicUrl).href;
  const url = new URL('/', settings.publicUrl);
  url.hostname = own;
  return url.href;
}
