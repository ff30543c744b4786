/** Whether passkeys work here: not in an old browser, and not at an address that is the number of a machine. */
export type PasskeysHere = 'yes' | 'by-number' | 'no';

export function passkeysHere(): PasskeysHere {
  // WebAuthn belongs to names: browsers refuse it for 127.0.0.1 and allow it for localhost.
  if (/^[\d.]+$|^\[/.test(location.hostname)) return 'by-number';
  return 'PublicKeyCredential' in globalThis ? 'yes' : 'no';
}

/** Whether this browser offers passkeys in the field for the address, without being asked for them. */
export async function canFillPasskeys(): Promise<boolean> {
  if (passkeysHere() !== 'yes' || !('isConditionalMediationAvailable' in PublicKeyCredential)) return false;
  return PublicKeyCredential.isConditionalMediationAvailable().catch(() => false);
}
