import { changePersonRow, readPersonRow } from '../../offline/vault/people';
import { concatBytes, randomBytes, utf8, type Bytes } from '../../protocol/bytes';
import { currentUnlocked } from '../contexts/unlocked';
import { askPasskey, createPasskey, forgetPasskey, PasskeyFailed, type MadePasskey } from './passkey';
import { unwrapWithPasskey, wrapWithPasskey } from './passkey-wrap';
import type { OpenedKey } from './unlock';

/**
 * A passkey on its way to be a person's second way to unlock. It is kept only once it has opened what it wraps
 * (platform.md: some devices answer each time with another secret); the PIN stays as it is.
 */
export class NewPasskey {
  readonly #opened: OpenedKey;
  readonly #name: string;
  readonly #salt = randomBytes(32);
  #made: MadePasskey | null = null;

  /**
   * @param opened by the person's PIN, just now
   * @param name what the device's own list of passkeys calls it
   */
  constructor(opened: OpenedKey, name: string) {
    this.#opened = opened;
    this.#name = name;
  }

  /**
   * Makes it, asks it, opens with it, keeps it. After a `cancelled` it may be called again: what is made already is
   * only asked again. Call it from a button: some browsers ask for nothing otherwise.
   * @throws PasskeyFailed; nothing is kept then
   */
  async add(signal?: AbortSignal): Promise<void> {
    try {
      await this.#prove(signal);
    } catch (fault) {
      if (!(fault instanceof PasskeyFailed && fault.fault === 'cancelled')) await this.leave();
      throw fault;
    }
  }

  async #prove(signal?: AbortSignal): Promise<void> {
    this.#made ??= await createPasskey(await this.#user(), this.#salt, signal);
    const { raw, row } = this.#opened;
    const { credentialId } = this.#made;
    this.#made.secret ??= await askPasskey(credentialId, this.#salt, signal);
    const wrapped = await wrapWithPasskey(raw, this.#made.secret, this.#salt, this.#opened);
    const passkey = { credentialId, salt: this.#salt.buffer, wrapped };
    const again = await askPasskey(credentialId, this.#salt, signal);
    if (!(await unwrapWithPasskey(passkey, again, this.#opened))) throw new PasskeyFailed('other-secret');
    // Locked meanwhile: whoever finished this may be somebody else.
    if (currentUnlocked()?.person.authorKeyId !== row.authorKeyId) throw new PasskeyFailed('cancelled');
    await changePersonRow(row.authorKeyId, () => ({ passkey }));
    this.#made = null;
  }

  /** Lets go of one that was made and not kept. */
  async leave(): Promise<void> {
    const made = this.#made;
    this.#made = null;
    if (made) await forgetPasskey(made.credentialId);
  }

  /** The same for a person on a device each time, so that a second passkey takes the first one's place there. */
  async #user(): Promise<{ id: Bytes; name: string }> {
    const { device, row } = this.#opened;
    const whose = concatBytes(utf8('heed passkey user\0'), utf8(row.authorKeyId));
    return { id: new Uint8Array(await crypto.subtle.sign('HMAC', device.pepper, whose)), name: this.#name };
  }
}

/** Takes a person's passkey off this device; the PIN stays. */
export async function removePasskey(authorKeyId: string): Promise<void> {
  const row = await readPersonRow(authorKeyId);
  await changePersonRow(authorKeyId, () => ({ passkey: null }));
  if (row?.passkey) await forgetPasskey(row.passkey.credentialId);
}
