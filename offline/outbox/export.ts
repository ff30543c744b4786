import { useVault } from '../vault/connection';

/**
 * The exact bytes of one sealed envelope, to be handed to a safeguarding lead as a file: only the school can open
 * it. Null when they have been let go, or never were here.
 */
export async function readSealedBytes(envelopeId: string): Promise<ArrayBuffer | null> {
  return (await useVault((vault) => vault.get('envelopes', envelopeId)))?.bytes ?? null;
}
