import { cdp } from 'vitest/browser';

/** What this suite asks of the browser's protocol for WebAuthn. */
interface WebAuthnSession {
  send: (method: string, params?: object) => Promise<unknown>;
}

const session = (): WebAuthnSession => cdp() as unknown as WebAuthnSession;

/** A device whose screen lock makes passkeys; Chromium's virtual authenticator. */
export class PasskeyDevice {
  readonly #id: string;

  private constructor(id: string) {
    this.#id = id;
  }

  /** @param prf whether its passkeys hold secrets */
  static async of({ prf }: { prf: boolean }): Promise<PasskeyDevice> {
    await session().send('WebAuthn.enable');
    const options = {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf: prf,
    };
    const added = await session().send('WebAuthn.addVirtualAuthenticator', { options });
    return new PasskeyDevice((added as { authenticatorId: string }).authenticatorId);
  }

  /** Whether somebody touches it when it asks. */
  async isTouched(enabled: boolean): Promise<void> {
    const change = { authenticatorId: this.#id, enabled };
    await session().send('WebAuthn.setAutomaticPresenceSimulation', change);
  }

  /** How many passkeys lie in it. */
  async count(): Promise<number> {
    const kept = await session().send('WebAuthn.getCredentials', { authenticatorId: this.#id });
    return (kept as { credentials: unknown[] }).credentials.length;
  }

  async remove(): Promise<void> {
    await session().send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: this.#id });
    await session().send('WebAuthn.disable');
  }
}
