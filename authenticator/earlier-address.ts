/**
 * At a host of its own: the address below the school's host, where a person may have kept accounts before the app had
 * this one. A browser keeps each address apart, so they do not come along by themselves. Null anywhere else.
 */
export function earlierAddress(here = new URL(document.baseURI)): string | null {
  const host = here.host.startsWith('authenticator.') ? here.host.slice('authenticator.'.length) : '';
  return host === '' || here.pathname !== '/' ? null : `${here.protocol}//${host}/authenticator/`;
}
