import type { AutomaticAlert, RuleChoices, RuleSentence } from '../../../../protocol/automatic-alerts';
import type { Change } from '../../../../protocol/changes/change';
import type { ChipChoice } from '../../../components/name-chips';
import { automatic as words } from '../../../strings/admin/automatic-alerts';
import type { ChangeTray } from '../change-tray';

/** One rule as it would be after saving. */
export interface RuleLine {
  /** Its id, or the key of a rule that is not saved yet. */
  readonly key: string;
  readonly saved: AutomaticAlert | null;
  readonly rule: RuleSentence;
  readonly on: boolean;
  readonly unsaved: boolean;
  readonly goes: boolean;
}

export const NOTHING_SAID: RuleSentence = {
  categories: [],
  classes: [],
  years: [],
  groups: [],
  staff: [],
  daily: false,
};
export const ORDER = 'order';
export const switchKey = (key: string): string => `${key} switch`;
export const removeKey = (key: string): string => `${key} remove`;

/** Every rule in its order with what is not saved yet, those that were added here last. */
export function ruleLines(rules: readonly AutomaticAlert[], tray: ChangeTray): RuleLine[] {
  const ordered = inOrder(rules, tray.find(ORDER)).map((rule) => lineOf(rule, tray));
  const added = tray.all.flatMap(([key, change]): RuleLine[] =>
    change.kind === 'automatic-alert.add'
      ? [{ key, saved: null, rule: sentenceIn(change), on: true, unsaved: true, goes: false }]
      : [],
  );
  return [...ordered, ...added];
}

function inOrder(rules: readonly AutomaticAlert[], change: Change | undefined): AutomaticAlert[] {
  if (change?.kind !== 'automatic-alert.order') return [...rules];
  return change.order.flatMap((id) => rules.find((rule) => rule.id === id) ?? []);
}

function lineOf(saved: AutomaticAlert, tray: ChangeTray): RuleLine {
  const change = tray.find(saved.id);
  const turned = tray.find(switchKey(saved.id));
  const goes = tray.find(removeKey(saved.id)) !== undefined;
  return {
    key: saved.id,
    saved,
    rule: change?.kind === 'automatic-alert.change' ? sentenceIn(change) : savedSentence(saved),
    on: turned?.kind === 'automatic-alert.switch' ? turned.on : saved.on,
    unsaved: change !== undefined || turned !== undefined || goes,
    goes,
  };
}

export function savedSentence(saved: AutomaticAlert): RuleSentence {
  const { categories, classes, years, groups, staff, daily } = saved;
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  return {
    categories: ids(categories),
    classes: ids(classes),
    years: ids(years),
    groups: ids(groups),
    staff: ids(staff),
    daily,
  };
}

function sentenceIn({ categories, classes, years, groups, staff, daily }: RuleSentence): RuleSentence {
  return { categories, classes, years, groups, staff, daily };
}

/** A rule can be saved when it says in which category, and names somebody. */
export function isWhole({ categories, groups, staff }: RuleSentence): boolean {
  return categories.length > 0 && groups.length + staff.length > 0;
}

/** The change that a rule's form makes; null where it says what is saved. */
export function changeOfRule(saved: AutomaticAlert | null, rule: RuleSentence): Change | null {
  if (!saved) return { kind: 'automatic-alert.add', ...rule };
  const same = keyOf(savedSentence(saved)) === keyOf(rule);
  return same ? null : { kind: 'automatic-alert.change', ruleId: saved.id, ...rule };
}

function keyOf(rule: RuleSentence): string {
  const { daily, ...lists } = sentenceIn(rule);
  const said = Object.values(lists).map((ids) => [...ids].sort().join());
  return [...said, String(daily)].join('|');
}

/** What the three parts of a sentence may name. */
export interface SentenceChoices {
  readonly categories: readonly ChipChoice[];
  readonly places: readonly ChipChoice[];
  readonly told: readonly ChipChoice[];
}

/** Choices whose labels differ from each other: a name that two share is told apart by what follows it. */
export function choicesOf(choices: RuleChoices, saved: AutomaticAlert | null): SentenceChoices {
  const people = new Map(choices.staff.map(({ id, name, jobTitle }) => [id, { id, name, more: jobTitle }]));
  for (const { id, name, left } of saved?.staff ?? [])
    if (left) people.set(id, { id, name, more: words.left });
  const parents = new Map(choices.categories.map(({ id, name }) => [id, name]));
  return {
    categories: distinct(
      choices.categories
        .filter(({ id, disabled }) => !disabled || saved?.categories.some((one) => one.id === id))
        .map(({ id, name, colour, parentId }) => ({
          id,
          name,
          colour,
          more: parents.get(parentId ?? '') ?? null,
        })),
    ),
    places: distinct([
      ...choices.years.map(({ id, name }) => ({ id, name, more: words.test.years })),
      ...choices.classes.map(({ id, name }) => ({ id, name, more: words.test.classes })),
    ]),
    told: distinct([
      ...choices.groups.map(({ id, name }) => ({ id, name, more: words.group })),
      ...[...people.values()].map((one) => ({ ...one, person: true })),
    ]),
  };
}

type Named = Omit<ChipChoice, 'label'> & { readonly name: string; readonly more: string | null };

function distinct(list: readonly Named[]): ChipChoice[] {
  const taken = new Map<string, number>();
  for (const { name } of list) taken.set(name, (taken.get(name) ?? 0) + 1);
  const used = new Map<string, number>();
  return list.map(({ name, more, ...choice }) => {
    const label = (taken.get(name) ?? 0) > 1 && more ? `${name} (${more})` : name;
    const before = used.get(label) ?? 0;
    used.set(label, before + 1);
    return { ...choice, label: before === 0 ? label : `${label} ${String(before + 1)}` };
  });
}
