import type { DeviceKind } from '../strings/device';

/** "y tabled hwn" */
export const thisOne: Record<DeviceKind, string> = {
  tablet: 'y tabled hwn',
  phone: 'y ffôn hwn',
  computer: 'y cyfrifiadur hwn',
};

/** "ar y tabled hwn" */
export function onThis(device: DeviceKind): string {
  return `ar ${thisOne[device]}`;
}
