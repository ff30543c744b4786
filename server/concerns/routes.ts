import type { Concern } from '../../protocol/concerns';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { problem } from '../http/problem';
import { readChoices } from './action-choices';
import { addAction } from './add-action';
import { coverPassage, readWhole } from './cover-passage';
import { closeConcern, reopenConcern } from './close-concern';
import { concernNews } from './concern-news';
import { concernOfAction, finishAction } from './finish-action';
import { giveConcern } from './give-concern';
import { handOver } from './hand-over';
import { readHoldings } from './holdings';
import { linkConcern, unlinkConcern } from './links/link-concern';
import { readLinkable } from './links/linkable';
import { linksFor } from './links/links-shown';
import { openFile } from './open-file';
import { markEntry } from './mark-entry';
import { correctPupil } from './match/correct-pupil';
import { listLeftPupils } from './match/left-pupils';
import { presentConcern } from './present';
import { leadsConcern, loadFor, noteOpened, type GuardedConcern } from './read-concern';
import { setLevel } from './set-level';
import { sortConcern } from './sort-concern';
import { takeConcern } from './take-concern';
import { listReplies, openReply } from './replies/own-replies';
import { sendReply } from './replies/send-reply';
import { tellReaders } from './tell-readers';
import { undoFinish } from './undo-finish';
import { correctWhen } from './when/correct-when';

/** Reading a concern and acting on it. */
export const concernHandlers = (ground: Ground) =>
  ({
    readConcern: async ({ staff, params }) => {
      const guarded = await loadFor(ground, staff, params.id, 'concern.read');
      await noteOpened(ground, staff, guarded);
      // Not opened yet no longer: the lists of this person lose their dot, wherever they are open.
      if (guarded.loaded.alert?.openedAt === null) ground.changes.announce(staff.schoolId, [staff.staffId]);
      return show(ground, staff, params.id);
    },

    openFile: async ({ staff, params, answer }) =>
      answer.download(await openFile(ground, staff, params.id, params.fileId)),

    readConcernNews: async ({ staff, params }) =>
      concernNews(ground, staff, await loadFor(ground, staff, params.id, 'concern.read')),

    readActionChoices: async ({ staff, params }) => {
      const guarded = await loadFor(ground, staff, params.id, 'concern.act');
      return readChoices(ground, staff, guarded, leadsConcern(staff, guarded));
    },

    addAction: async ({ staff, params, body }) => {
      const guarded = await loadFor(ground, staff, params.id, 'concern.act');
      const leads = leadsConcern(staff, guarded);
      await addAction(ground, staff, { concernId: params.id, action: body, leads });
      await tellReaders(ground, guarded.loaded.facts, params.id);
      return show(ground, staff, params.id);
    },

    finishAction: async ({ staff, params, body }) => {
      const guarded = await loadFor(ground, staff, params.id, 'concern.act');
      const leads = leadsConcern(staff, guarded);
      await finishAction(ground, staff, { concernId: params.id, actionId: body.actionId, leads });
      await tellReaders(ground, guarded.loaded.facts, params.id);
      return show(ground, staff, params.id);
    },

    finishDueAction: async ({ staff, params: { id: actionId } }) => {
      const concernId = await concernOfAction(ground, staff, actionId);
      const guarded = await loadFor(ground, staff, concernId, 'concern.act');
      await finishAction(ground, staff, { concernId, actionId, leads: leadsConcern(staff, guarded) });
      await tellReaders(ground, guarded.loaded.facts, concernId);
    },

    undoDueAction: async ({ staff, params: { id: actionId } }) => {
      const concernId = await concernOfAction(ground, staff, actionId);
      const { loaded } = await loadFor(ground, staff, concernId, 'concern.act');
      await undoFinish(ground, staff, { concernId, actionId });
      await tellReaders(ground, loaded.facts, concernId);
    },

    takeConcern: async ({ staff, params }) => {
      const { loaded } = await loadFor(ground, staff, params.id, 'concern.take');
      await takeConcern(ground, staff, params.id);
      await tellReaders(ground, loaded.facts, params.id);
      return show(ground, staff, params.id);
    },

    giveConcern: ({ staff, params, body }) =>
      decide(ground, staff, params.id, () => giveConcern(ground, staff, params.id, body)),

    setLevel: ({ staff, params, body }) =>
      decide(ground, staff, params.id, () => setLevel(ground, staff, params.id, body)),

    sortConcern: async ({ staff, params, body }) => {
      const guarded = await loadFor(ground, staff, params.id, 'concern.lead');
      await sortConcern(ground, staff, guarded.loaded, body);
      await tellReaders(ground, guarded.loaded.facts, params.id);
      return show(ground, staff, params.id);
    },

    closeConcern: ({ staff, params, body }) =>
      decide(ground, staff, params.id, () => closeConcern(ground, staff, params.id, body)),

    reopenConcern: ({ staff, params, body }) =>
      decide(ground, staff, params.id, () => reopenConcern(ground, staff, params.id, body)),

    markEntry: async ({ staff, params, body }) => {
      const { loaded } = await loadFor(ground, staff, params.id, 'entry.mark');
      await markEntry(ground, staff, params.id, body);
      await tellReaders(ground, loaded.facts, params.id);
      return show(ground, staff, params.id);
    },

    correctPupil: async ({ staff, params, body }) => {
      const guarded = await loadFor(ground, staff, params.id, 'concern.correct');
      await correctPupil(ground, staff, guarded, body);
      const { loaded } = await loadFor(ground, staff, params.id, 'concern.read');
      await tellReaders(ground, loaded.facts, params.id);
      return show(ground, staff, params.id);
    },

    listLeftPupils: async ({ staff, params }) => {
      const { restrictions } = await loadFor(ground, staff, params.id, 'concern.correct');
      return { pupils: await listLeftPupils(ground, staff, restrictions) };
    },

    correctWhen: async ({ staff, params, body }) => {
      const { loaded } = await loadFor(ground, staff, params.id, 'concern.correct');
      await correctWhen(ground, staff, params.id, body);
      await tellReaders(ground, loaded.facts, params.id);
      return show(ground, staff, params.id);
    },

    readLinkable: async ({ staff, params }) => {
      const guarded = await loadFor(ground, staff, params.id, 'concern.lead');
      return { concerns: await readLinkable(ground, staff, guarded) };
    },

    linkConcern: async ({ staff, params, body }) => {
      const own = await loadFor(ground, staff, params.id, 'concern.lead');
      const other = await loadFor(ground, staff, body.otherId, 'concern.read');
      await linkConcern(ground, staff, params.id, body);
      await tellOfLink(ground, own, other);
      return show(ground, staff, params.id);
    },

    unlinkConcern: async ({ staff, params, body }) => {
      const own = await loadFor(ground, staff, params.id, 'concern.lead');
      const links = await linksFor(ground, staff, [params.id], own.restrictions);
      const link = links.find(({ id }) => id === body.linkId);
      if (!link) throw problem('not-found');
      const otherId = link.concern_id === params.id ? link.other_id : link.concern_id;
      const other = await loadFor(ground, staff, otherId, 'concern.read');
      await unlinkConcern(ground, staff, link, body);
      await tellOfLink(ground, own, other);
      return show(ground, staff, params.id);
    },

    coverPassage: async ({ staff, params, body }) => {
      const { loaded } = await loadFor(ground, staff, params.id, 'concern.correct');
      await coverPassage(ground, staff, params.id, body);
      await tellReaders(ground, loaded.facts, params.id);
      return show(ground, staff, params.id);
    },

    readWhole: async ({ staff, params }) => {
      await loadFor(ground, staff, params.id, 'concern.correct');
      return readWhole(ground, staff, params.id);
    },

    sendReply: ({ staff, params, body }) =>
      decide(ground, staff, params.id, () => sendReply(ground, staff, params.id, body)),

    listReplies: async ({ staff }) => ({ replies: await listReplies(ground, staff) }),

    openReply: ({ staff, params }) => openReply(ground, staff, params.id),

    listRepliesAsAuthor: async ({ staff }) => ({ replies: await listReplies(ground, staff) }),

    openReplyAsAuthor: ({ staff, params }) => openReply(ground, staff, params.id),

    readHoldings: ({ staff, params }) => readHoldings(ground, staff, params.id),

    handOver: ({ staff, params, body }) =>
      handOver(ground, staff, { from: params.id, to: body.to, concerns: body.concerns }),
  }) satisfies Handlers;

/** What only who decides about a concern may do. */
async function decide(
  ground: Ground,
  viewer: StaffActor,
  id: string,
  deed: () => Promise<void>,
): Promise<Concern> {
  const { loaded } = await loadFor(ground, viewer, id, 'concern.lead');
  await deed();
  await tellReaders(ground, loaded.facts, id);
  return show(ground, viewer, id);
}

/** Two concerns show something new, each to whoever may know of both. */
async function tellOfLink(ground: Ground, one: GuardedConcern, other: GuardedConcern): Promise<void> {
  await tellReaders(ground, one.loaded.facts, one.loaded.row.id, other.loaded.facts);
  await tellReaders(ground, other.loaded.facts, other.loaded.row.id, one.loaded.facts);
}

async function show(ground: Ground, viewer: StaffActor, id: string): Promise<Concern> {
  const { loaded, restrictions } = await loadFor(ground, viewer, id, 'concern.read');
  return presentConcern(ground, viewer, loaded, restrictions);
}
