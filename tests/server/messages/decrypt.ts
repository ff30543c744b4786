import { createDecipheriv, hkdfSync, type ECDH } from 'node:crypto';

/**
 * What a browser does with the body of a push: RFC 8291, section 4, over aes128gcm of RFC 8188.
 * @returns the payload without its padding
 * @throws when key, secret or a single byte differs
 */
export function decryptPush(body: Buffer, receiver: { ecdh: ECDH; auth: Buffer }): Buffer {
  const salt = body.subarray(0, 16);
  const senderLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + senderLength);
  const shared = receiver.ecdh.computeSecret(sender);
  const keyInfo = Buffer.concat([Buffer.from('WebPush: info\0'), receiver.ecdh.getPublicKey(), sender]);
  const secret = derive(shared, receiver.auth, keyInfo, 32);
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const record = body.subarray(21 + senderLength);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  // RFC 8188, section 2: the last record ends in 0x02 and then zeros.
  return padded.subarray(0, padded.lastIndexOf(2));
}

function derive(key: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, info, length));
}
