import type { DocumentKind } from '../documents';
import { matterDay } from './matters';

/** What a document of a pupil is, on the screen and on paper. */
export const documentKindWords: Readonly<Record<DocumentKind, string>> = {
  'earlier-record': 'Earlier record',
  plan: 'Plan',
  minutes: 'Minutes of a meeting',
  report: 'Report',
  court: 'Court document',
  letter: 'Letter',
  other: 'Other',
};

export const originalHeldAt = (where: string): string => `Original held at ${where}`;

export const reviewOn = (day: string): string => `Review on ${matterDay(day)}`;

/** What a version says of a document, among the entries of a chronology. */
export function documentText({
  kind,
  name,
  review,
  heldAt,
}: {
  kind: DocumentKind;
  name: string;
  /** yyyy-mm-dd */
  review: string | null;
  heldAt: string | null;
}): string {
  return [
    `${documentKindWords[kind]}: ${name}`,
    review === null ? '' : reviewOn(review),
    heldAt === null ? '' : originalHeldAt(heldAt),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
