import type { DeviceBoard } from '../../../protocol/devices';
import { ask } from '../host';

/** Says whom to speak to about an adult who works here. @returns whether the person goes on to write it down */
export async function showAboutAdult(duty: DeviceBoard['duty']): Promise<boolean> {
  return ask<'heed-about-adult-dialog', boolean>(
    'heed-about-adult-dialog',
    { load: () => import('./about-adult-dialog'), no: false },
    (dialog, answer) => {
      dialog.duty = duty;
      dialog.answer = answer;
    },
  );
}
