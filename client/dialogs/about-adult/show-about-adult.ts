import type { DeviceBoard } from '../../../protocol/devices';
import { ask } from '../host';

/** Says whom to speak to about an adult who works here. Nothing can be written there. */
export async function showAboutAdult(duty: DeviceBoard['duty']): Promise<void> {
  await import('./about-adult-dialog');
  await ask<'heed-about-adult-dialog', void>('heed-about-adult-dialog', (dialog, answer) => {
    dialog.duty = duty;
    dialog.addEventListener('dialog-closed', () => answer(undefined));
  });
}
