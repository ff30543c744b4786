import type { Change, ChangeKind } from '../../../protocol/changes/change';
import { alertWords } from './changes/alerts';
import { categoryWords } from './changes/categories';
import { classWords } from './changes/classes';
import { deviceWords } from './changes/devices';
import { groupWords } from './changes/groups';
import { importWords } from './changes/import';
import { pupilWords, staffWords } from './changes/people';
import { placeWords } from './changes/places';
import { restrictionWords } from './changes/restrictions';
import { settingsWords } from './changes/settings';
import type { ChangeWords, NameOf, SayChange } from './changes/say';

/** Words for every kind of change; a kind without words does not compile. */
const words: ChangeWords<ChangeKind> = {
  ...groupWords,
  ...staffWords,
  ...pupilWords,
  ...categoryWords,
  ...restrictionWords,
  ...alertWords,
  ...classWords,
  ...placeWords,
  ...deviceWords,
  ...settingsWords,
  ...importWords,
};

/** Says a change in one line, for whoever has to confirm it. `name` gives words for ids. */
export function changeWords(change: Change, name: NameOf): string {
  const say = words[change.kind] as SayChange<ChangeKind>;
  return say(change, name);
}
