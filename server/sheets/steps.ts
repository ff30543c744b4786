import type { Change, ChangeOf } from '../../protocol/changes/change';
import type { ImportSheet } from '../../protocol/changes/import';
import type { KnownSchool } from './known-school';
import type { Names, RowRead } from './row-read';

export type ImportKind = Extract<Change['kind'], `import.${string}`>;
export type ImportChange = ChangeOf<ImportKind>;
/** A change of one thing, as the screens of the administration make it. */
export type SingleChange = Exclude<Change, ImportChange>;

/** Gives one change after the other, each worked out when the ones before it are made; told the id of what it added. */
export type Steps = Generator<SingleChange, void, string>;

/** How a row of one sheet becomes single changes. */
export type SheetSteps = (row: RowRead, names: Names, known: KnownSchool) => Steps;
export type StepsOf<Sheets extends ImportSheet> = Readonly<Record<Sheets, SheetSteps>>;
