import type { ManifestOptions } from 'vite-plugin-pwa';

/**
 * The web app manifest of Heed Authenticator. Addresses are relative to the manifest, `id` to the origin: it is fixed
 * for ever, since another one would be a second app beside the one that holds a person's accounts.
 */
export const authenticatorManifest: Partial<ManifestOptions> = {
  id: '/authenticator/',
  name: 'Heed Authenticator',
  short_name: 'Heed Codes',
  description: 'Six-digit codes for Heed and any other service, on your phone.',
  lang: 'en-GB',
  dir: 'ltr',
  start_url: './',
  scope: './',
  display: 'standalone',
  orientation: 'portrait',
  background_color: '#F4F2ED',
  theme_color: '#0D5C63',
  icons: [
    { src: 'icons/authenticator-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: 'icons/authenticator-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: 'icons/authenticator-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
};
