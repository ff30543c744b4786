import type { Waits } from '../../protocol/waits';
import type { Content, NewMessage } from '../messages/queue';
import type { TemplateName } from '../messages/templates/names';
import type { Channels } from './channels';

/** What one person is told, whichever way it goes. */
export interface Told {
  readonly schoolId: string;
  readonly template: TemplateName;
  readonly staffId: string;
  /** What it leads to; null: the list of alerts. */
  readonly alertId: string | null;
  readonly content: Content;
  /** At most 80 characters; the same word queues one message per channel only. */
  readonly word: string;
  /** The word is shared by several people: each has their own mail. */
  readonly shared: boolean;
  /** It waits, and tells of every alert of this person that waits until then. */
  readonly held?: Waits | null;
}

/** One message per channel of a person: a push to each device, e-mail unless they turned it off. */
export function messagesFor(channels: Channels, { word, shared, ...common }: Told): NewMessage[] {
  const pushes = channels.devices.map(
    (id): NewMessage => ({ ...common, channel: 'push', subscriptionId: id, once: `${word}:push:${id}` }),
  );
  if (!channels.email) return pushes;
  return [
    ...pushes,
    { ...common, channel: 'email', once: `${word}:email${shared ? `:${common.staffId}` : ''}` },
  ];
}
