import * as v from 'valibot';
import { sentence } from './changes/alerts';
import { endpoint } from './endpoint';
import { colleague, id, named, person } from './fields';

/** A preview looks back this far. */
export const PREVIEW_DAYS = 30;

const ruleSchema = v.object({
  id,
  /** Switched off, it alerts nobody and is kept. */
  on: v.boolean(),
  /** Told once a day. */
  daily: v.boolean(),
  /** In any of these, or below one of them. */
  categories: v.array(named),
  /** With a pupil in any of these; none of either: all pupils. */
  classes: v.array(named),
  years: v.array(named),
  groups: v.array(named),
  staff: v.array(person),
  /** How many people it tells who have not left; 0 is a fault. */
  reaches: v.number(),
  /** What it would have sent in the last PREVIEW_DAYS, as it stands now. */
  lately: v.object({ alerts: v.number(), people: v.number() }),
});
export type AutomaticAlert = v.InferOutput<typeof ruleSchema>;

const administers = { caller: 'elevated', action: 'administer.alerts' } as const;

export const readAutomaticAlerts = endpoint({
  ...administers,
  method: 'GET',
  path: '/api/admin/automatic-alerts',
  activity: false,
  summary: 'Automatic alerts, and what a sentence of one may name.',
  reply: v.object({
    rules: v.array(ruleSchema),
    /** When daily summaries go, on school days. */
    dailyAt: v.string(),
    choices: v.object({
      /** As a tree: parents before their sub-categories. */
      categories: v.array(
        v.object({
          ...named.entries,
          parentId: v.nullable(id),
          colour: v.string(),
          disabled: v.boolean(),
          urgent: v.boolean(),
        }),
      ),
      classes: v.array(named),
      years: v.array(named),
      groups: v.array(v.object({ ...named.entries, people: v.number() })),
      staff: v.array(colleague),
    }),
  }),
});

export const readUnreached = endpoint({
  ...administers,
  method: 'GET',
  path: '/api/admin/automatic-alerts/unreached',
  activity: false,
  summary: 'Names of the categories in which a concern about some pupil reaches no safeguarding lead.',
  reply: v.object({ categories: v.array(v.string()) }),
});
export type RuleChoices = v.InferOutput<(typeof readAutomaticAlerts)['reply']>['choices'];

const ruleBody = v.strictObject(sentence);
export type RuleSentence = v.InferOutput<typeof ruleBody>;

/** How often one person would have been told by a rule. */
const toldSchema = v.object({
  ...named.entries,
  /** Names of the rule's groups that bring this person in; empty: named in the rule. */
  groups: v.array(v.string()),
  alerts: v.number(),
  /** Concerns of the rule that this person wrote, or that are about a pupil they are connected to: not told apart. */
  leftOut: v.number(),
});

export const previewAutomaticAlert = endpoint({
  ...administers,
  method: 'POST',
  path: '/api/admin/automatic-alerts/preview',
  summary: 'How many alerts a rule would have sent lately, and to whom: numbers, no concern and no pupil.',
  body: ruleBody,
  reply: v.object({
    /** Concerns that the rule covers. */
    concerns: v.number(),
    alerts: v.number(),
    people: v.array(toldSchema),
  }),
});
export type RulePreview = v.InferOutput<(typeof previewAutomaticAlert)['reply']>;

export const whySchema = v.object({
  code: v.picklist(['rule', 'fallback', 'head', 'chair']),
  group: v.nullable(v.string()),
  category: v.nullable(v.string()),
  /** The rule; null for what is not saved yet, and where no rule says it. */
  ruleId: v.nullable(id),
});

export const testAutomaticAlerts = endpoint({
  ...administers,
  method: 'POST',
  path: '/api/admin/automatic-alerts/test',
  summary: 'Who would be alerted to a concern of one category about one pupil, and why; nobody is told.',
  body: v.strictObject({
    /** Null: none was ticked. */
    categoryId: v.nullable(id),
    /** The pupil's class; with it goes its year group. */
    classId: v.nullable(id),
    /** The pupil's year group, where no class is given. */
    yearGroupId: v.nullable(id),
    /** A rule that is not saved yet, in place of the one with this id or as a new one. */
    draft: v.nullable(v.strictObject({ ruleId: v.nullable(id), rule: ruleBody })),
  }),
  reply: v.object({ people: v.array(v.object({ ...named.entries, why: v.array(whySchema) })) }),
});
export type TestedPerson = v.InferOutput<(typeof testAutomaticAlerts)['reply']>['people'][number];
