/** Long enough for any browser to have begun the download, ms. */
const REVOKE_AFTER_MS = 60_000;

/** Hands a file to the browser as a download. */
export function download(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
}
