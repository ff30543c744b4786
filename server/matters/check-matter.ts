import { isPlan, type MatterDetails } from '../../protocol/pupil-matters';
import { matterRefusals } from '../../protocol/words/refusals/pupil-page';
import { problem } from '../http/problem';

/** Refuses what cannot be, in words. @throws problem 'not-valid' with the field and what to do */
export function checkMatter(details: MatterDetails, removed: boolean): void {
  const { kind, name, start, review, end, note } = details;
  if (removed && note === null) refuse('note', matterRefusals.whyTakenOut);
  if (removed) return;
  if (isPlan(kind) && start === null) refuse('start', matterRefusals.whenBegun);
  if (kind === 'agency' && name === null) refuse('name', matterRefusals.whichAgency);
  if (kind === 'school' && name === null) refuse('name', matterRefusals.whichSchool);
  if (kind === 'link' && name === null) refuse('name', matterRefusals.whatTo);
  if (start !== null && end !== null && end < start) refuse('end', matterRefusals.beforeItBegan);
  if (start !== null && review !== null && review < start) refuse('review', matterRefusals.beforeItBegan);
}

function refuse(field: string, title: string): never {
  throw problem('not-valid', { field: `body.details.${field}`, title });
}
