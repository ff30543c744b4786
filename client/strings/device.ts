/** What the person holds. Every sentence about "this tablet" is worded for it (ui.md, section 8). */
export type DeviceKind = 'tablet' | 'phone' | 'computer';

/** "on this tablet", "on this phone", "on this computer". */
export function onThis(device: DeviceKind): string {
  return `on this ${device}`;
}
