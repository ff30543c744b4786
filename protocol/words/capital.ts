import { locale } from './language';

/** "was hurt" → "Was hurt" */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
