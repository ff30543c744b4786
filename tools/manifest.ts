import type { ManifestOptions } from 'vite-plugin-pwa';

/**
 * The web app manifest (platform.md, Manifest). `id` is fixed for ever: changing it would make the browser see
 * a second application, beside the one that holds a person's drafts.
 */
export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Heed',
  short_name: 'Heed',
  description: "A school's safeguarding, pastoral and wellbeing record.",
  lang: 'en-GB',
  dir: 'ltr',
  start_url: '/?src=pwa',
  scope: '/',
  display: 'standalone',
  background_color: '#F4F2ED',
  theme_color: '#0D5C63',
  icons: [
    { src: '/icons/heed-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/heed-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/heed-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [{ name: 'Record a concern', url: '/record?src=shortcut' }],
};
