import type { Knex } from 'knex';

/** Columns that a new row may leave out: null, or with a default. */
type Optional<Row, Defaulted extends keyof Row> =
  | { [Column in keyof Row]: null extends Row[Column] ? Column : never }[keyof Row]
  | Defaulted;

/** A new row: everything but what may be null or has a default. */
type NewRow<Row, Defaulted extends keyof Row> = Omit<Row, Optional<Row, Defaulted>> &
  Partial<Pick<Row, Optional<Row, Defaulted>>>;

/** A table for knex: its row, and what may be written to it. */
export type Stored<Row, Defaulted extends keyof Row = never> = Knex.CompositeTableType<
  Row,
  NewRow<Row, Defaulted>,
  Partial<Row>
>;
