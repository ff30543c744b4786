import type { Release } from '../../../protocol/help-sheets';
import type { Session } from '../../../protocol/accounts';
import { isNewer } from '../../../protocol/versions';

type Part = Release['parts'][number];

/** What somebody has not been told yet and can use, newest first. @param seen up to which version they were told */
export function newsOf(
  releases: readonly Release[],
  seen: string,
  { lead, administrator }: Pick<Session, 'lead' | 'administrator'>,
): Part[] {
  const readers: readonly Part['for'][] = [
    'everyone',
    ...(lead ? (['leads'] as const) : []),
    ...(administrator ? (['administrators'] as const) : []),
  ];
  return releases
    .filter(({ version }) => isNewer(version, seen))
    .flatMap(({ parts }) => parts.filter((part) => readers.includes(part.for)));
}
