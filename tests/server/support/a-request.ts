import type { Asked } from '../../../protocol/support';
import type { SupportReport } from '../../../protocol/support-report';

/** A tablet in the playground, locked and without a network for a while. */
export const aReport: SupportReport = {
  host: 'heed.oakfield.example',
  version: '0.1.0',
  browser: 'Chrome 156 on Android',
  device: 'tablet',
  installed: true,
  school: 'reached',
  loggedIn: true,
  fullAccess: false,
  enrolled: true,
  shared: true,
  unlocked: true,
  worker: 'on',
  storage: { usedMb: 12, mostMb: 4096, lasting: true },
  push: 'off',
  records: { waiting: 3, held: 1, beingChecked: 0 },
  clock: -140,
  delivery: ['client-too-old', 'no-answer'],
  calls: ['code-wrong'],
};

/** What Jo asks. */
export function anAsked(given: Partial<Asked> = {}): Asked {
  return {
    reference: 'HD-7K2M9',
    madeAt: '2026-11-23T12:43:00.000Z',
    words: 'The code of my phone is never right.',
    report: aReport,
    ...given,
  };
}
