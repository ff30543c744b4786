/**
 * Whether a push endpoint may be called: https, no credentials in it, and a host of the list. The endpoint is typed by
 * whoever subscribes, so anything else could point the server at its own network (platform.md, "subscribe URL").
 * @param hosts `fcm.googleapis.com`, `*.push.apple.com` for any host below, `localhost:8443` for a port other than 443
 */
export function isPushHost(endpoint: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const url = new URL(endpoint);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  return hosts.some((allowed) =>
    allowed.startsWith('*.')
      ? url.host.endsWith(allowed.slice(1).toLowerCase())
      : url.host === allowed.toLowerCase(),
  );
}
