import { Secret, TOTP } from 'otpauth';
import type { TestHouse } from '../house';
import type { Visitor } from '../visitor';

const STEP = 30_000;

/** A phone with an authenticator app: it knows one secret and shows the code of the moment. */
export class Phone {
  readonly #totp: TOTP;
  readonly #house: TestHouse;

  constructor(house: TestHouse, secret: string) {
    this.#house = house;
    this.#totp = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });
  }

  /** The code that it shows now, or would `steps` later. */
  code(steps = 0): string {
    return this.#totp.generate({ timestamp: this.#house.clock.now() + steps * STEP });
  }

  /** Waits until it shows the next code, which nobody has used. */
  nextCode(): string {
    this.#house.clock.skip(STEP);
    return this.code();
  }

  /** Six digits that are none of its codes now. */
  wrongCode(): string {
    const near = [-1, 0, 1].map((steps) => this.code(steps));
    return ['000000', '111111', '222222', '333333'].find((code) => !near.includes(code))!;
  }
}

/** "Add new device" from the first click to "Save this device". */
export async function addKey(
  house: TestHouse,
  browser: Visitor,
  given: { name?: string; proof?: string } = {},
): Promise<{ phone: Phone; keyId: string; counts: boolean; recoveryCodes: string[] | null }> {
  const begun = await browser.must('beginKey', { body: given.proof ? { code: given.proof } : {} });
  const phone = new Phone(house, begun.secret);
  const saved = await browser.must('saveKey', {
    body: { pending: begun.pending, name: given.name ?? 'My phone', code: phone.code() },
  });
  return { phone, keyId: saved.key.id, counts: saved.key.counts, recoveryCodes: saved.recoveryCodes };
}

/** Logs in, adds the first key and elevates, as a lead does in the morning. */
export async function elevatedLead(
  house: TestHouse,
  email: string,
): Promise<{ browser: Visitor; phone: Phone; keyId: string; recoveryCodes: string[] }> {
  const browser = await house.loggedIn(email);
  const { phone, keyId, recoveryCodes } = await addKey(house, browser);
  await browser.must('elevate', { body: { code: phone.nextCode() } });
  return { browser, phone, keyId, recoveryCodes: recoveryCodes! };
}
