import type { Concern } from '../../../protocol/concerns';
import { concernWords as words } from '../../../protocol/words/concern';
import { deliveredWords } from '../../../protocol/words/concern-said';
import type { Moments } from '../moments';
import { types } from '../sheet/fonts';
import { COLUMNS, type Flow } from '../sheet/flow';

type Recipient = Concern['recipients'][number];

/** Left and right edge of the columns, points. */
const WHO = { from: COLUMNS.left, to: 290 };
const DELIVERED = { from: 304, to: 430 };
const OPENED = { from: 444, to: COLUMNS.right };

/** Who was alerted and why, by what it reached them, and when they opened it. */
export function alerted(flow: Flow, recipients: readonly Recipient[], moments: Moments): void {
  if (recipients.length === 0) return;
  flow.gap(16);
  flow.heading('H2', words.whoAlerted, { after: 70 });
  flow.gap(3);
  flow.open('Table');
  const head = { type: types.strong };
  flow.row('TH', [
    { text: words.whoAndWhy, ...WHO, ...head },
    { text: words.delivered, ...DELIVERED, ...head },
    { text: words.opened, ...OPENED, ...head },
  ]);
  for (const recipient of recipients) {
    flow.rule();
    flow.gap(3);
    const { at, channels } = deliveredWords(recipient, (moment) => moments.shortMoment(moment));
    const when = recipient.away ? words.away(recipient.away.told) : at;
    flow.row('TD', [
      { text: [recipient.name, ...recipient.why].join('\n'), ...WHO },
      {
        text: [when, channels, onceAway(recipient), takenBack(recipient, moments)].filter(Boolean).join('\n'),
        ...DELIVERED,
      },
      {
        text: recipient.openedAt === null ? words.notYet : moments.shortMoment(recipient.openedAt),
        ...OPENED,
      },
    ]);
    flow.gap(3);
  }
  flow.close();
}

const onceAway = (recipient: Recipient): string =>
  recipient.onceAway === undefined ? '' : words.onceAway(recipient.onceAway);

function takenBack({ withdrawnAt }: Recipient, moments: Moments): string {
  return withdrawnAt === undefined ? '' : words.withdrawn(moments.shortMoment(withdrawnAt));
}
