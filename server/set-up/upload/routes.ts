import type { BodyOf, ReplyOf } from '../../../protocol/endpoint';
import type { Change } from '../../../protocol/changes/change';
import type { RollUpload } from '../../../protocol/changes/upload';
import type { confirmPupilExport, previewPupilExport } from '../../../protocol/pupil-upload';
import { importRefusals } from '../../../protocol/words/import/refusals';
import type { StaffActor } from '../../access/actor';
import type { Ground } from '../../ground';
import type { Handlers } from '../../http/call';
import { problem } from '../../http/problem';
import { makeChanges } from '../../oversight/make-changes';
import { movesOf, type UploadPlan } from './plan-upload';
import type { ReadPupil } from './read-rows';
import { readUpload } from './read-upload';

/** The upload of a school's pupil export; what it changes goes through the one door like every other change. */
export const uploadHandlers = (ground: Ground) =>
  ({
    previewPupilExport: ({ body, staff }) => previewUpload(ground, staff, body),
    confirmPupilExport: ({ body, staff }) => confirmUpload(ground, staff, body),
  }) satisfies Handlers;

/** Reads an upload, and asks the door in a rehearsal what would come of it without any leaver. */
async function previewUpload(
  ground: Ground,
  actor: StaffActor,
  body: BodyOf<typeof previewPupilExport>,
): Promise<ReplyOf<typeof previewPupilExport>> {
  const { plan, matching, preview } = await readUpload(ground, actor.schoolId, body);
  if (!plan || plan.movers.length === 0) return { ...preview, waits: false };
  const none = { leavers: [], on: '', destination: null, matching };
  const outcomes = await makeChanges(ground, actor, changesOf(plan, none), true);
  return { ...preview, waits: outcomes.some(({ outcome }) => outcome === 'waits') };
}

/**
 * Writes an upload exactly as it was previewed, all of it or nothing.
 * @throws problem 'spreadsheet-faults' while a cell needs mending, 'conflict' where the roll is another by now,
 * 'not-valid' where somebody was ticked who is not proposed
 */
async function confirmUpload(
  ground: Ground,
  actor: StaffActor,
  body: BodyOf<typeof confirmPupilExport>,
): Promise<ReplyOf<typeof confirmPupilExport>> {
  const { plan, preview } = await readUpload(ground, actor.schoolId, body);
  if (!plan) throw problem('spreadsheet-faults', { detail: { faults: preview.faults } });
  if (preview.mark !== body.mark) throw problem('conflict', { title: importRefusals.rollChanged });
  const proposed = new Set(plan.leavers.map(({ id }) => id));
  if (!body.leavers.every((id) => proposed.has(id))) throw problem('not-valid', { field: 'leavers' });
  return { outcomes: await makeChanges(ground, actor, changesOf(plan, body)) };
}

function joinerOf(pupil: ReadPupil): RollUpload['joiners'][number] {
  const { upn, pupilRef, firstName, lastName, preferredName, dateOfBirth, sex, classId, yearGroupId } = pupil;
  return { upn, pupilRef, firstName, lastName, preferredName, dateOfBirth, sex, classId, yearGroupId };
}

type Confirmed = Pick<BodyOf<typeof confirmPupilExport>, 'leavers' | 'on' | 'destination' | 'matching'>;

function changesOf(plan: UploadPlan, body: Confirmed): Change[] {
  const { leavers, on, destination, matching } = body;
  const pupilIds = [...new Set(leavers)];
  const upload: Change = {
    kind: 'roll.upload',
    joiners: plan.joiners.map(joinerOf),
    changed: plan.changed.map(({ pupil, to }) => ({ pupilId: pupil.id, ...to })),
    back: plan.back.map(({ id }) => id),
    matching,
  };
  const moves = movesOf(plan.movers);
  if (moves.length + pupilIds.length === 0) return [upload];
  const left = pupilIds.length > 0 ? { pupilIds, on, destination } : null;
  return [upload, { kind: 'roll.move', moves, leavers: left }];
}
