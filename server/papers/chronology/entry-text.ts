import { saidMoment } from '../../../protocol/words/concern-facts';
import type { ChronologyEntry } from '../../../protocol/chronology';
import { levelWords } from '../../../protocol/words/actions';
import { chronologyWords as words } from '../../../protocol/words/chronology';
import { capital } from '../../../protocol/words/capital';
import { linkWords } from '../../../protocol/words/links';
import { matterTitle } from '../../../protocol/words/matters';
import { moments as parts, roleWords } from '../../../protocol/words/roles';
import type { Moments } from '../moments';
import { types } from '../sheet/fonts';
import { COLUMNS, type Flow } from '../sheet/flow';
import { beside } from '../sheet/terms';

/** One thing that happened, as the screen shows it: day and time beside, its words, then who and where. */
export async function entryText(flow: Flow, entry: ChronologyEntry, moments: Moments): Promise<void> {
  const time = moments.time(entry.at);
  const label = [
    { text: moments.shortDay(entry.at), strong: true },
    ...(entry.dayOnly ? [] : [{ text: entry.concern?.about ? words.about(time) : time, strong: false }]),
  ];
  const say = async () => {
    flow.heading('H3', headOf(entry), { type: types.item, from: COLUMNS.main, after: 0 });
    const { text } = entry;
    if (text !== null && text !== '') await flow.text('P', text, { after: types.meta.leading });
    else if (entry.kind === 'concern') await flow.text('P', words.noText, { grey: true });
    const { significant } = entry;
    if (significant) {
      const why = words.why(significant.reason, significant.by ?? words.unknownAuthor);
      await flow.text('P', why, { type: types.strong });
    }
    for (const { was, by, at, reason } of entry.concern?.corrected ?? []) {
      const before = saidMoment(was, moments);
      await flow.text('P', words.corrected(before, by ?? words.unknownAuthor, moments.moment(at), reason));
    }
    for (const link of entry.concern?.links ?? [])
      await flow.text('P', words.linkedWith(link.reference, linkWords.about(link)));
    await flow.text('P', metaOf(entry).join('  ·  '), { type: types.meta, grey: true });
  };
  await beside(flow, label, say, 62);
}

/** "Concern · Urgent · Physical injury · Closed": the title and the labels beside it. */
function headOf({ kind, concern, matter, significant }: ChronologyEntry): string {
  const acted = kind === 'concern' ? words.concern : (words.kinds[kind] ?? words.action);
  const kindOf = matter ? matterTitle(matter.kind, matter.deed) : acted;
  const title = significant ? `${words.significant}  ·  ${kindOf}` : kindOf;
  if (!concern) return title;
  const labels = concern.categories.map(({ name }) => name);
  const parts = [
    title,
    concern.urgent ? words.urgent : '',
    concern.level ? levelWords[concern.level] : '',
    ...labels,
    words.status[concern.status],
  ];
  return parts.filter((part) => part !== '').join('  ·  ');
}

/** The quiet line below: who, which record, where, in what role, with whom. */
function metaOf({ by, reference, concern }: ChronologyEntry): string[] {
  const role = concern?.role ? roleWords[concern.role] : '';
  const others = concern?.others.map((one) => (one.hidden ? words.anotherPupil : one.name)) ?? [];
  return [
    words.by(by ?? words.unknownAuthor, concern?.confirmed ?? true),
    reference === null ? '' : words.reference(reference),
    parts.find(({ value }) => value === concern?.moment)?.label ?? '',
    concern?.place ?? '',
    capital(role),
    others.length === 0 ? '' : words.withOthers(others.join(', ')),
  ].filter((part) => part !== '');
}
