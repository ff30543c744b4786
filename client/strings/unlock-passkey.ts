import { onThis, type DeviceKind } from './device';

/** The second way to unlock, beside the PIN. */
export const passkey = {
  use: 'Use a passkey',
  unlock: 'Unlock with passkey',
  opening: 'Waiting for your device…',
  faults: {
    cancelled: 'Nothing was unlocked, and nothing is lost. Try again, or use your PIN.',
    'other-secret': 'Your passkey did not open your drafts. Use your PIN. Nothing is lost.',
    cannot: 'Your passkey is not to be had here just now. Use your PIN. Nothing is lost.',
  },
};

/** Turning it on and off, in a person's own settings. */
export const passkeyHere = {
  title: 'Unlock with fingerprint, face or screen lock',
  why: (device: DeviceKind): string =>
    `Opens your drafts ${onThis(device)} with a passkey instead of your PIN, also without a network. Your PIN works as before.`,
  shared: (device: DeviceKind): string =>
    `Others use this ${device} as well. Whoever can open its screen lock, by finger, face or code, could then open your drafts. Turn it on only where that is you alone.`,
  cannot: 'This browser cannot do that. Unlock with your PIN.',
  unlockFirst: (device: DeviceKind): string => `First unlock with your PIN ${onThis(device)}.`,
  toLock: 'Unlock',
  begin: 'Turn on',
  pin: 'Your PIN',
  pinHint: 'So that nobody else can add their finger or face for you.',
  check: 'Continue',
  checking: 'Checking…',
  ready: (device: DeviceKind): string =>
    `Your PIN is right. Now your ${device} asks for your fingerprint, face or screen lock, more than once to be sure that it works.`,
  add: 'Add passkey',
  tryAgain: 'Try again',
  leave: 'Not now',
  isOn: 'On, beside your PIN.',
  remove: 'Turn off',
  removed: 'Turned off. Your PIN works as before.',
  added: 'Turned on.',
  emptyPin: 'Type your PIN',
  wait: (time: string): string => `Too many wrong tries. Try again in ${time}. Nothing is lost.`,
  /** as the device's own list of passkeys calls it */
  listed: (name: string): string => `${name}: drafts on this device`,
  faults: {
    cancelled: 'It is not turned on yet. Your device stopped, or you did. Try again.',
    'other-secret':
      'It was not turned on: this device does not give the same answer twice. Unlock with your PIN as before.',
    cannot: 'This browser or device cannot do that. Nothing was turned on. Unlock with your PIN.',
  },
  failed: 'It was not changed. Try again.',
};
