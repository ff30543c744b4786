const browsers: readonly [RegExp, string][] = [
  [/edg\//i, 'Edge'],
  [/firefox\//i, 'Firefox'],
  [/chrome\/|crios\//i, 'Chrome'],
  [/safari\//i, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/ipad/i, 'iPad'],
  [/iphone/i, 'iPhone'],
  [/android/i, 'Android'],
  [/windows/i, 'Windows'],
  [/cros/i, 'Chromebook'],
  [/mac os/i, 'Mac'],
];

/** "Chrome on Windows": what people call the browser in front of them, as far as it says. */
export function browserName(agent: string = navigator.userAgent): string {
  const named = (list: typeof browsers, otherwise: string) =>
    list.find(([sign]) => sign.test(agent))?.[1] ?? otherwise;
  return `${named(browsers, 'Browser')} on ${named(systems, 'Linux')}`;
}
