import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64url } from '../../protocol/bytes';
import { instant, isInstant, isUuid, newEnvelopeId, newLineageId, uuidv7 } from '../../protocol/identifiers';
import { fromHex } from './oakfield';

describe('row ids', () => {
  it('are those of RFC 9562, appendix A.6', () => {
    const random = fromHex('0cc318c4dc0c0c07398f');
    expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('lie in the order in which they were made', () => {
    const moment = fc.integer({ min: 0, max: 2 ** 47 });
    fc.assert(
      fc.property(moment, moment, (earlier, later) => {
        fc.pre(earlier < later);
        expect(uuidv7(earlier) < uuidv7(later)).toBe(true);
      }),
    );
  });

  it('are UUIDs, and nothing else is', () => {
    expect(isUuid(uuidv7(1_764_000_000_000))).toBe(true);
    expect(isUuid('017F22E2-79B0-7CC3-98C4-DC0C0C07398F')).toBe(false);
    expect(isUuid('017f22e279b07cc398c4dc0c0c07398f')).toBe(false);
    expect(isUuid('017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n')).toBe(false);
  });
});

describe('envelope and lineage ids', () => {
  it('are 16 random bytes', () => {
    const ids = [newEnvelopeId(), newEnvelopeId(), newLineageId(), newLineageId()];
    expect(new Set(ids).size).toBe(4);
    expect(ids.map((id) => fromBase64url(id).length)).toEqual([16, 16, 16, 16]);
  });
});

describe('moments', () => {
  it('are UTC with milliseconds', () => {
    expect(instant(1_764_000_000_000)).toBe('2025-11-24T16:00:00.000Z');
    expect(isInstant('2025-11-24T16:00:00.000Z')).toBe(true);
  });

  it.each([
    '2025-02-31T12:00:00.000Z',
    '2025-11-24T16:00:00Z',
    '2025-11-24T16:00:00.000+00:00',
    '2025-11-24T24:00:00.000Z',
    '2025-11-24 16:00:00.000Z',
    'yesterday',
  ])('are refused as %j', (text) => {
    expect(isInstant(text)).toBe(false);
  });
});
