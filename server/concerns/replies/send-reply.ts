import type { sendReply as sending } from '../../../protocol/concern-decisions';
import type { NoReply } from '../../../protocol/concerns';
import type { BodyOf } from '../../../protocol/endpoint';
import { replyRefusals } from '../../../protocol/words/refusals/actions';
import type { StaffActor } from '../../access/actor';
import { whyNoReply } from '../../access/reply';
import { loadChannels, readSchoolName } from '../../alerts/channels';
import { messagesFor } from '../../alerts/messages-for';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { queueMessages } from '../../messages/queue';
import { decideOnce, type Deciding } from '../decisions';
import { readReplyFacts } from './reply-facts';

const why: Readonly<Record<NoReply, string>> = {
  unconfirmed: replyRefusals.nobodyKnown,
  left: replyRefusals.left,
  'of-staff': replyRefusals.aboutStaff,
  'about-author': replyRefusals.aboutAuthor,
  connected: replyRefusals.connected,
  own: replyRefusals.yourOwn,
};

/**
 * A short reply to whoever recorded a concern: a line of its history that its author alone may read there, and a message
 * that there is one. Also where it is closed: then most is said.
 * @throws problem 'conflict' where its author may be told nothing more, with the reason
 */
export async function sendReply(
  ground: Ground,
  actor: StaffActor,
  concernId: string,
  asked: BodyOf<typeof sending>,
): Promise<void> {
  const { actionId, text } = asked;
  await decideOnce(ground, actor, { concernId, asked }, async (deciding) => {
    const { trx } = deciding;
    const facts = (await readReplyFacts(trx, ground, actor.schoolId, [concernId])).get(concernId);
    if (!facts) throw problem('not-found');
    const { authorId } = facts;
    const reason = authorId === actor.staffId ? 'own' : whyNoReply(facts);
    if (reason !== null || authorId === null)
      throw problem('conflict', { title: why[reason ?? 'unconfirmed'] });
    await tell(deciding, authorId, actionId);
    return { kind: 'reply', text, what: 'concern.replied' };
  });
}

/** Says to the author that there is a reply, and nothing of it. */
async function tell(
  { trx, ground, actor: { schoolId }, concern }: Deciding,
  staffId: string,
  actionId: string,
) {
  const person = (await loadChannels(trx, schoolId, [staffId])).get(staffId);
  if (!person) return;
  const schoolName = person.severalSites ? await readSchoolName(trx, ground.keys, schoolId) : null;
  const content = { reference: concern.reference, schoolName };
  const told = { schoolId, template: 'reply', staffId, alertId: null, content, shared: true } as const;
  await queueMessages(trx, ground, messagesFor(person, { ...told, word: `reply:${actionId}` }));
}
