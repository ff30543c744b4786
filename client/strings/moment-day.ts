import { dates } from '../../protocol/words/language';

const long = dates({ day: 'numeric', month: 'long', year: 'numeric' });

/** "14 March 2018", by the device's clock: after midnight in summer Greenwich is still at the day before. @param at ISO 8601 */
export function momentDay(at: string): string {
  return long(Date.parse(at));
}
