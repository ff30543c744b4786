import { expect, it } from 'vitest';
import { toHex, utf8 } from '../../protocol/bytes';
import { parseEnvelope } from '../../protocol/envelope/format';
import { sealEnvelope } from '../../protocol/envelope/seal';
import { headerOf, openOakfield } from './oakfield';

/** envelope.md, Tests: 10^4 in Node, 10^3 in each browser. */
const SEALS = 'document' in globalThis ? 1_000 : 10_000;
const AT_ONCE = 100;

it(
  'a school that seals thousands of concerns never seals two with the same key',
  { timeout: 180_000 },
  async () => {
    const oakfield = await openOakfield();
    const envelope = {
      header: headerOf(),
      payload: utf8('the same words every time'),
      authorKey: null,
      recipientPublicKey: oakfield.publicKey,
    };
    const seen = new Set<string>();
    for (let done = 0; done < SEALS; done += AT_ONCE) {
      const batch = await Promise.all(Array.from({ length: AT_ONCE }, () => sealEnvelope(envelope)));
      for (const { bytes } of batch) seen.add(toHex(parseEnvelope(bytes).enc));
    }
    expect(seen.size).toBe(SEALS);
  },
);
