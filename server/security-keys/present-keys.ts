import type * as v from 'valibot';
import type { securityKeySchema } from '../../protocol/security-keys';
import type { HeldSecurityKey } from './key-store';

/** A security key as it leaves the server: never its secret. */
export function presentKey(key: HeldSecurityKey): v.InferOutput<typeof securityKeySchema> {
  return {
    id: key.id,
    kind: key.kind,
    name: key.name,
    added: key.createdAt,
    lastUsed: key.lastUsedAt,
    counts: key.countsFrom !== null,
  };
}
