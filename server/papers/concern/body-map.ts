import type { Concern } from '../../../protocol/concerns';
import { markWords, placeWords, seenWords } from '../../../protocol/body-map/words';
import { pupilName } from '../../../protocol/words/concern-said';
import type { Moments } from '../moments';
import { types } from '../sheet/fonts';
import { COLUMNS, type Flow } from '../sheet/flow';
import { paperWords } from '../words';
import { drawings } from './drawings';

const { concern: own } = paperWords;

const NUMBER = { from: COLUMNS.left, to: 100 };
const WHERE = { from: 110, to: 270 };
const SEEN = { from: 284, to: COLUMNS.right };

/** Where marks were seen: the pictures, and the same in words. */
export async function bodyMap(flow: Flow, concern: Concern, moments: Moments): Promise<void> {
  const { bodyMap: map, pupils, author, written } = concern;
  if (!map) return;
  flow.gap(16);
  flow.heading('H2', seenWords.seen, { after: 120 });
  flow.gap(4);
  drawings(flow, map.marks);
  flow.gap(6);
  // Its head and the first mark stay together.
  flow.need(80);
  flow.open('Table');
  const head = { type: types.strong };
  flow.row('TH', [
    { text: own.mark, ...NUMBER, ...head },
    { text: own.where, ...WHERE, ...head },
    { text: own.seen, ...SEEN, ...head },
  ]);
  for (const [at, mark] of map.marks.entries()) {
    const child = mark.pupil === undefined ? undefined : pupils[mark.pupil];
    const whose = child && pupils.length > 1 ? [seenWords.ofChild(pupilName(child))] : [];
    flow.rule();
    flow.gap(3);
    flow.row('TD', [
      { text: String(at + 1), ...NUMBER },
      { text: [placeWords(mark.view, mark.part), ...whose].join('\n'), ...WHERE },
      { text: [markWords(mark).join(' '), mark.note].filter(Boolean).join('\n'), ...SEEN },
    ]);
    flow.gap(3);
  }
  flow.close();
  flow.gap(4);
  const drawn = own.drawn(author.name, moments.moment(written.at));
  await flow.text('P', `${seenWords.asDrawn} ${drawn}`, { from: COLUMNS.left, type: types.meta, grey: true });
}
