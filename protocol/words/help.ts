import type { Sheet } from '../help-sheets';

/** Whom a help sheet is for, as the page says it and its paper. */
export const audienceWords: Record<Sheet['for'], string> = {
  everyone: 'For everyone',
  'no-key': 'For staff without a security key',
  leads: 'For leads and everybody with a security key',
  administrators: 'For administrators',
};
