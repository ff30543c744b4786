import type { Concern } from '../../../protocol/concerns';
import { concernWords as words } from '../../../protocol/words/concern';
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
    const { at, channels } = deliveredWords(recipient, moments);
    const when = recipient.away ? words.away(recipient.away.told.join(', ')) : at;
    flow.row('TD', [
      { text: [recipient.name, ...recipient.why].join('\n'), ...WHO },
      { text: [when, channels].filter(Boolean).join('\n'), ...DELIVERED },
      {
        text: recipient.openedAt === null ? words.notYet : moments.shortMoment(recipient.openedAt),
        ...OPENED,
      },
    ]);
    flow.gap(3);
  }
  flow.close();
}

/** When the first channel reached a recipient and by which, which have not yet, and which never will; as on the screen. */
function deliveredWords(recipient: Recipient, moments: Moments): { at: string; channels: string } {
  const reached = recipient.delivered.filter(({ at }) => at !== null);
  const outside = reached.filter(({ channel }) => channel !== 'inbox');
  const named = (outside.length > 0 ? outside : reached).map(({ channel }) => words.channels[channel]);
  const others = recipient.delivered
    .filter(({ at }) => at === null)
    .map(({ channel, state }) => notReached(recipient, words.channels[channel], state, moments));
  const first = reached.map(({ at }) => at ?? '').sort()[0];
  return {
    at: first === undefined ? words.notYet : moments.shortMoment(first),
    channels: [...new Set([...named, ...others])].join(', '),
  };
}

function notReached(
  { waits }: Recipient,
  channel: string,
  state: Recipient['delivered'][number]['state'],
  moments: Moments,
): string {
  if (state === 'failed') return words.channelFailed(channel);
  return waits
    ? words.waits[waits.for](channel, moments.shortMoment(waits.until))
    : words.channelNotYet(channel);
}
