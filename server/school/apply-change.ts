import type { ChangeKind, ChangeOf } from '../../protocol/changes/change';
import type { Widening } from '../../protocol/changes/widening';
import type { AuditEntry } from '../audit/append';
import type { Ground } from '../ground';
import type { Transaction } from '../storage/database';

/** What applying a change stands on. Everything happens in `trx`; the door appends the audit row afterwards. */
export interface ChangeStep {
  readonly trx: Transaction;
  readonly ground: Ground;
  readonly schoolId: string;
  /** Who made the change. */
  readonly staffId: string;
  readonly at: string;
  /** Id for the next thing that the change adds; the same ones when it is carried out again. */
  readonly newId: () => string;
}

/** What was done, for the audit and for the answer. */
export interface Applied {
  /** `kind:id` of what was changed. */
  readonly object: string;
  readonly facts?: AuditEntry['facts'];
  /** Id of what was added. */
  readonly added?: string;
  /** What it lets people gain that nobody's reach shows; with it the change waits like any that widens reading. */
  readonly widens?: readonly Widening[];
}

/**
 * Carries one kind of change out, without asking whether it lets anybody read more: that is the door's work
 * (oversight/make-changes.ts). @throws problem 'not-found' or 'not-valid' where it cannot be made
 */
export type ApplyChange<Kind extends ChangeKind> = (
  step: ChangeStep,
  change: ChangeOf<Kind>,
) => Promise<Applied>;

/** How every kind of change is carried out; folders give theirs, and together they cover all kinds. */
export type ChangeAppliers = { readonly [Kind in ChangeKind]: ApplyChange<Kind> };
