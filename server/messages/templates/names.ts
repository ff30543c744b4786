/** Every text that Heed sends; a message in the queue names one of them. */
export const templateNames = [
  'welcome',
  'link',
  'alert',
  'urgent-alert',
  'waiting',
  'urgent-waiting',
  'daily-summary',
  'test',
  'key-change',
  'codes-guessed',
  'password-changed',
  'passwords-guessed',
  'new-browser',
  'rights-change',
  'second-person',
  'address-change',
  'absence',
  'practice',
  'site-invitation',
  'trust-change',
] as const;
export type TemplateName = (typeof templateNames)[number];
