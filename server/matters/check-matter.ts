import { isPlan, type MatterDetails } from '../../protocol/pupil-matters';
import { problem } from '../http/problem';

/** Refuses what cannot be, in words. @throws problem 'not-valid' with the field and what to do */
export function checkMatter(details: MatterDetails, removed: boolean): void {
  const { kind, name, start, review, end, note } = details;
  if (removed && note === null) refuse('note', 'Write why it is taken out. What stood there is kept.');
  if (removed) return;
  if (isPlan(kind) && start === null) refuse('start', 'Choose the day on which it began.');
  if (kind === 'agency' && name === null) refuse('name', 'Write which agency it is.');
  if (kind === 'school' && name === null) refuse('name', 'Write which school it is.');
  if (kind === 'link' && name === null)
    refuse('name', 'Write what they are to each other, for example “cousin”.');
  if (start !== null && end !== null && end < start)
    refuse('end', 'That is before it began. Choose a later day.');
  if (start !== null && review !== null && review < start)
    refuse('review', 'That is before it began. Choose a later day.');
}

function refuse(field: string, title: string): never {
  throw problem('not-valid', { field: `body.details.${field}`, title });
}
