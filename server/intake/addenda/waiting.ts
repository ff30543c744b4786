import type { AddendaRow } from '../../storage/rows/addenda';
import type { ConcernRow } from '../../storage/rows/records';

/** The row of an addition that waits. */
export type WaitingAddendum = AddendaRow & { readonly payload: Buffer };

/** The record that an addition names, as far as that decides where it goes. */
export type AddedTo = Pick<
  ConcernRow,
  'id' | 'author_id' | 'taken_by' | 'reference' | 'urgent' | 'received_at' | 'joined_into'
>;

/** What came of one: the concern where it stands now, and who was told. */
export interface Matched {
  readonly concernId: string;
  readonly alerted: readonly string[];
}
