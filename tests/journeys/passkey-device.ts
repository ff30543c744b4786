import type { Page } from 'playwright-core';

/** A screen lock at which somebody always puts their finger, until they are told not to. */
export interface ScreenLock {
  /** Whether a finger is put there from now on, whenever it is asked for. */
  touch(on: boolean): Promise<void>;
}

/**
 * Gives the device of this page a screen lock that makes passkeys: Chromium's virtual authenticator. It stays while
 * the page does, over reloads.
 * @param prf whether its passkeys hold secrets
 */
export async function giveScreenLock(page: Page, { prf }: { prf: boolean }): Promise<ScreenLock> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf: prf,
    },
  });
  return {
    touch: async (on) => {
      await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: on });
    },
  };
}

/** Passkeys belong to names; an address of numbers has none. The house answers to both. */
export function byName(origin: string): string {
  return origin.replace('127.0.0.1', 'localhost');
}
