import type { DocumentKind } from '../documents';

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

/** A document among the entries of a chronology. */
export function documentText({
  kind,
  name,
  heldAt,
}: {
  kind: DocumentKind;
  name: string;
  heldAt: string | null;
}): string {
  const said = `${documentKindWords[kind]}: ${name}`;
  return heldAt === null ? said : `${said}\n${originalHeldAt(heldAt)}`;
}
