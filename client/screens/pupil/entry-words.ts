import type { ChronologyEntry, ChronologyPage } from '../../../protocol/chronology';
import { capital } from '../../../protocol/words/capital';
import { matterTitle } from '../../../protocol/words/matters';
import type { IconName } from '../../components/icon-names';
import { chronology as words } from '../../strings/chronology';
import { moments, roleWords } from '../../strings/record';

const signs: Readonly<Partial<Record<string, IconName>>> = {
  concern: 'pencil-line',
  note: 'message-square-text',
  call: 'phone',
  referral: 'send',
  decision: 'circle-check',
  meeting: 'users',
  home: 'house',
  taken: 'user-check',
  given: 'user-check',
  closed: 'lock',
  plan: 'shield',
  agency: 'building-2',
  contact: 'circle-alert',
  document: 'paperclip',
  'document-changed': 'paperclip',
};

/** The sign of a kind; one that this page does not know has that of an action. */
export function signOf(kind: string): IconName {
  return signs[kind] ?? 'list-todo';
}

/** What an entry is called: of a plan, an agency or a contact also what was done with it. */
export function headOf({ kind, matter }: ChronologyEntry): string {
  return matter ? matterTitle(matter.kind, matter.deed) : titleOf(kind);
}

/** What a kind is called; a kind that this page does not know is an action. */
export function titleOf(kind: string): string {
  return kind === 'concern' ? words.concern : (words.kinds[kind] ?? words.action);
}

/** A group of kinds to show or to leave out. */
export interface KindChoice {
  readonly label: string;
  readonly sign: IconName;
  readonly kinds: readonly string[];
  readonly count: number;
}

/** The kinds that there are, in the order of their names here; those without a name are one choice. */
export function choicesOf(kinds: ChronologyPage['kinds']): KindChoice[] {
  const named = ['concern', ...Object.keys(words.kinds)];
  const known = named.flatMap((name): KindChoice[] => {
    const found = kinds.find(({ kind }) => kind === name);
    const label = name === 'concern' ? words.concerns : (words.kinds[name] ?? '');
    return found ? [{ label, sign: signOf(name), kinds: [name], count: found.count }] : [];
  });
  const others = kinds.filter(({ kind }) => !named.includes(kind));
  if (others.length === 0) return known;
  const count = others.reduce((sum, one) => sum + one.count, 0);
  const rest = { label: words.otherActions, sign: signOf(''), kinds: others.map(({ kind }) => kind), count };
  return [...known, rest];
}

/** The quiet line below an entry's text: who, which record, where, in what role, with whom. */
export function metaOf({ by, reference, concern }: ChronologyEntry): string[] {
  const name = words.by(by ?? words.unknownAuthor, concern?.confirmed ?? true);
  const role = concern?.role ? roleWords[concern.role] : '';
  const moment = moments.find(({ value }) => value === concern?.moment)?.label ?? '';
  const others = concern?.others.map((one) => (one.hidden ? words.anotherPupil : one.name)) ?? [];
  return [
    name,
    reference === null ? '' : words.reference(reference),
    moment,
    concern?.place ?? '',
    capital(role),
    others.length === 0 ? '' : words.withOthers(others.join(', ')),
  ].filter((part) => part !== '');
}
