import { dates } from '../../../protocol/words/language';

const written = dates({
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "3 March 2027". @param day yyyy-mm-dd */
export function longDay(day: string): string {
  return written(Date.parse(`${day}T00:00:00Z`));
}
