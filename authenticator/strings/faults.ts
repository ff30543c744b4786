import type { EntryFault } from '../otp/otpauth-uri';

/** One sentence for each thing that can be wrong with a QR code, a link or a text secret. */
export function entryFault(fault: EntryFault): string {
  switch (fault.code) {
    case 'not-a-key':
      return 'This is not a code for an authenticator. Look for the one under “Add new device” or “Set up an authenticator app”.';
    case 'counter':
      return 'This key counts presses instead of time (HOTP). Heed Authenticator shows codes that change with the time.';
    case 'other-app':
      return 'This code moves accounts out of another app. Add each account here by its own QR code or text secret.';
    case 'no-secret':
      return 'There is no secret in it. Write the text secret that stands beside the QR code.';
    case 'unreadable':
      return 'This link is damaged. Ask for a new QR code.';
    case 'too-short':
      return 'A character is missing or one too many. Compare the text secret letter by letter.';
    case 'stranger':
      return `A text secret has only the letters A to Z and the digits 2 to 7. “${fault.found}” is none of them.`;
    case 'algorithm':
      return `This account wants “${fault.found}”. Heed Authenticator knows SHA-1, SHA-256 and SHA-512.`;
    case 'digits':
      return `This account wants codes of “${fault.found}” digits. Heed Authenticator shows 6 or 8.`;
    case 'period':
      return `This account wants a new code every “${fault.found}” seconds. It can be 1 to 86400.`;
  }
}
