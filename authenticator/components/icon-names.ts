/** The icons of Heed Authenticator, by their lucide name; `tools/make-icons.ts` writes `public/icons.svg` from it. */
export const iconNames = [
  'arrow-left',
  'arrow-down',
  'arrow-up',
  'check',
  'chevron-right',
  'circle-alert',
  'cloud-off',
  'clock',
  'copy',
  'download',
  'fingerprint',
  'image',
  'info',
  'key-round',
  'keyboard',
  'list-ordered',
  'lock',
  'pencil-line',
  'scan-qr-code',
  'shield-check',
  'smartphone',
  'trash-2',
  'upload',
] as const;

export type IconName = (typeof iconNames)[number];
