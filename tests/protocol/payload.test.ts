import { describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from '../../protocol/bytes';
import { framedLength } from '../../protocol/envelope/request';
import { sealEnvelope } from '../../protocol/envelope/seal';
import {
  decodePayload,
  encodePayload,
  MAX_PAYLOAD_BYTES,
  payloadFits,
  type Payload,
} from '../../protocol/payload';
import { concernPayload, headerOf, openOakfield } from './oakfield';

const concern = concernPayload('She had a bruise on her left arm.');

function withBody(changes: Partial<Payload<'concern'>['body']>): Payload<'concern'> {
  return { ...concern, body: { ...concern.body, ...changes } };
}

describe('what a concern says', () => {
  it('comes out of the envelope as it went in', () => {
    expect(decodePayload('concern', encodePayload('concern', concern))).toEqual(concern);
  });

  it('has the same bytes in whatever order its parts were filled in', () => {
    const reversed = Object.fromEntries(Object.entries(concern).reverse()) as Payload<'concern'>;
    expect(fromUtf8(encodePayload('concern', reversed))).toBe(fromUtf8(encodePayload('concern', concern)));
  });

  it('may be about a child who is not on the list, and one whose name nobody knows', () => {
    const described = withBody({
      pupils: [
        { kind: 'not-on-list', description: 'Cousin of Amélie, visiting' },
        { kind: 'name-unknown', description: 'Tall boy, red coat', role: 'saw-it' },
      ],
    });
    expect(decodePayload('concern', encodePayload('concern', described))).toEqual(described);
  });

  it('may come from somebody who has not unlocked', () => {
    const supply: Payload<'concern'> = { ...concern, author: { unconfirmed: 'Jo Price' }, authorKeyId: null };
    expect(decodePayload('concern', encodePayload('concern', supply))).toEqual(supply);
  });

  it('goes out even with half an emoji in it, and with parts left empty', () => {
    const body = { ...concern.body, text: 'she drew \ud83d', others: undefined };
    const encoded = encodePayload('concern', { ...concern, body });
    const read = decodePayload('concern', encoded);
    expect(read?.body.text).toBe('she drew \ufffd');
    expect(read?.body).not.toHaveProperty('others');
  });

  it('spends no bytes on what was left empty, and reads it back as empty', () => {
    const json = fromUtf8(encodePayload('concern', withBody({ where: {}, categories: [] })));
    for (const empty of ['agencies', 'alert', 'attachments', 'categories', 'where']) {
      expect(json).not.toContain(empty);
    }
    const body = decodePayload('concern', utf8(json))?.body;
    expect(body).toMatchObject({ alert: { staff: [], groups: [] }, agencies: [], categories: [], where: {} });
  });

  it('takes at most 2,100 bytes on the way when its text has 1,024 characters', async () => {
    const oakfield = await openOakfield();
    const sealed = await sealEnvelope({
      header: headerOf(),
      payload: encodePayload('concern', withBody({ text: 'x'.repeat(1_024) })),
      authorKey: oakfield.authorKey,
      recipientPublicKey: oakfield.publicKey,
    });
    expect(framedLength(sealed.bytes.length)).toBeLessThan(2_100);
  });

  it('has room for the longest text, and knows when the whole is too long to go out in one breath', () => {
    const plain = encodePayload('concern', withBody({ text: 'x'.repeat(40_000) }));
    expect(payloadFits(plain)).toBe(true);
    const accented = encodePayload('concern', withBody({ text: 'é'.repeat(25_000) }));
    expect(payloadFits(accented)).toBe(false);
    expect(payloadFits(new Uint8Array(MAX_PAYLOAD_BYTES - 1))).toBe(true);
    expect(payloadFits(new Uint8Array(MAX_PAYLOAD_BYTES))).toBe(false);
  });

  it.each([
    ['no pupil', withBody({ pupils: [] })],
    ['no words', withBody({ text: '' })],
    ['a text over 40,000 characters', withBody({ text: 'x'.repeat(40_001) })],
    ['a category that is no id', withBody({ categories: ['bullying'] })],
    ['a time without a zone', withBody({ sentAt: '2025-11-24T12:43:07' })],
  ])('is not sealed with %s', (_name, payload) => {
    expect(() => encodePayload('concern', payload)).toThrow();
  });

  const encoded = fromUtf8(encodePayload('concern', concern));
  it.each([
    ['a schema of the future', encoded.replace('"schema":1', '"schema":2')],
    ['a member that this build does not know', encoded.replace('"schema":1', '"schema":1,"mood":"low"')],
    ['two authors', encoded.replace('"staffId"', '"unconfirmed":"Sam","staffId"')],
    ['an unknown role', encoded.replace('was-hurt', 'culprit')],
    ['no JSON', encoded.slice(1)],
    ['nothing', ''],
  ])('is left to a lead, not guessed at, with %s', (_name, json) => {
    expect(decodePayload('concern', utf8(json))).toBeNull();
  });

  it('is not read as something else', () => {
    const bytes = encodePayload('concern', concern);
    expect(decodePayload('action', bytes)).toBeNull();
    expect(decodePayload('parked', bytes)).toBeNull();
  });
});

describe('what an action and a parked draft say', () => {
  const envelope: Omit<Payload<'concern'>, 'body'> = {
    schema: 1,
    author: concern.author,
    authorKeyId: concern.authorKeyId,
    attachments: [],
  };

  it('comes out as it went in', () => {
    const action: Payload<'action'> = {
      ...envelope,
      body: {
        concernId: '01935b1e-7c00-7abc-8def-000000000001',
        actionId: '01935b1e-7c00-7abc-8def-000000000002',
        pass: '1763988000000.1.abc',
        kind: 'home',
        text: 'Rang mum, no answer.',
        due: { day: '2026-11-27', ownerId: '01935b1e-7c00-7abc-8def-000000000003' },
        writtenAt: '2026-11-23T12:43:00.000Z',
      },
    };
    expect(decodePayload('action', encodePayload('action', action))).toEqual(action);
    // A list without anybody is left out of the bytes, and read as empty.
    for (const alert of [
      { staff: ['01935b1e-7c00-7abc-8def-000000000003'], groups: [] },
      { staff: [], groups: ['01935b1e-7c00-7abc-8def-000000000004'] },
    ]) {
      const told = { ...action, body: { ...action.body, alert } };
      expect(decodePayload('action', encodePayload('action', told))).toEqual(told);
    }
    const parked: Payload<'parked'> = {
      ...envelope,
      body: { lineageId: 'EBESExQVFhcYGRobHB0eHw', draftKey: 'A'.repeat(43) },
    };
    expect(decodePayload('parked', encodePayload('parked', parked))).toEqual(parked);
  });
});
