import { types } from './fonts';
import { COLUMNS, type Flow } from './flow';

/** A term and what is said of it. */
export type Term = readonly [term: string, said: string];

/** Terms in the narrow column, what is said of them in the wide one. */
export async function terms(flow: Flow, all: readonly Term[]): Promise<void> {
  flow.open('L');
  for (const [term, said] of all) {
    await beside(flow, [{ text: term, strong: true }], () => flow.text('P', said));
    flow.gap(3);
  }
  flow.close();
}

/** What stands in the narrow column: a line or two. */
export type Label = readonly { readonly text: string; readonly strong: boolean }[];

/** An item of a list: its label in the narrow column, what it says in the wide one. @param room for its beginning, points */
export async function beside(flow: Flow, label: Label, say: () => Promise<void>, room = 30): Promise<void> {
  const narrow = { from: COLUMNS.left, to: COLUMNS.main - 14 };
  const lines = label.flatMap(({ text, strong }) => {
    const type = strong ? types.strong : types.text;
    return flow.lines(text, { ...narrow, type }).map((line) => ({ line, type }));
  });
  const height = lines.length * types.text.leading;
  flow.need(Math.max(room, height));
  const before = flow.place;
  flow.open('LI');
  flow.labels(lines, narrow.from);
  flow.open('LBody');
  await say();
  flow.close();
  flow.close();
  flow.below(before, height);
}
