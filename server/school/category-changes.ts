import type { ChangeOf } from '../../protocol/changes/change';
import { categoryRefusals } from '../../protocol/words/refusals/school';
import { problem } from '../http/problem';
import type { CategoryRow } from '../storage/rows/school';
import type { ChangeAppliers, ChangeStep } from './apply-change';
import { mergeCategory } from './merge-category';
import { addNamed, changeNamed, nextPosition, putInOrder } from './named-rows';

type Facts = ChangeOf<'category.add' | 'category.change'>;
type Node = Pick<CategoryRow, 'id' | 'parent_id' | 'disabled_at' | 'merged_into'>;

const columnsOf = (facts: Facts) => ({
  parent_id: facts.parentId,
  colour: facts.colour,
  restricted: Number(facts.restricted),
  urgent: Number(facts.urgent),
  body_map: Number(facts.bodyMap),
  on_record_screen: Number(facts.onRecordScreen),
});

/** The tree of categories. Nothing is deleted: concerns go on naming what they were recorded in. */
export const categoryChanges = {
  'category.add': async (step, change) => {
    if (change.parentId !== null) mustBeOffered(await readTree(step), change.parentId);
    const columns = { ...columnsOf(change), position: await nextPosition(step, 'categories') };
    const id = await addNamed(step, 'categories', change.name, columns, { guidance: change.guidance });
    return { object: `category:${id}`, added: id, facts: factsOf(change) };
  },

  'category.change': async (step, change) => {
    const tree = await readTree(step);
    const own = mustBeOwn(tree, change.categoryId);
    if (change.parentId !== null) {
      mustNotStandBelow(tree, change.parentId, own.id);
      if (own.disabled_at === null) mustBeOffered(tree, change.parentId);
    }
    await changeNamed(step, 'categories', own.id, {
      name: change.name,
      clear: columnsOf(change),
      texts: { guidance: change.guidance },
    });
    return { object: `category:${own.id}`, facts: factsOf(change) };
  },

  'category.disable': async (step, { categoryId }) => {
    const tree = await readTree(step);
    mustBeOwn(tree, categoryId);
    await step
      .trx('categories')
      .where({ school_id: step.schoolId })
      .whereIn('id', withBelow(tree, categoryId))
      .whereNull('disabled_at')
      .update({ disabled_at: step.at });
    return { object: `category:${categoryId}` };
  },

  'category.enable': async (step, { categoryId }) => {
    const tree = await readTree(step);
    const { parent_id } = mustBeOwn(tree, categoryId);
    if (parent_id !== null) mustBeOffered(tree, parent_id);
    const place = { school_id: step.schoolId, id: categoryId };
    await step.trx('categories').where(place).update({ disabled_at: null });
    return { object: `category:${categoryId}` };
  },

  'category.order': async (step, { order }) => {
    const categories = await putInOrder(step, 'categories', order);
    return { object: `school:${step.schoolId}`, facts: { categories } };
  },

  'category.merge': async (step, { categoryId, intoId }) => {
    const tree = await readTree(step);
    mustBeOwn(tree, categoryId);
    if (categoryId === intoId) refuse('intoId', categoryRefusals.intoItself);
    mustBeOffered(tree, intoId, 'intoId');
    if (withBelow(tree, categoryId).includes(intoId)) {
      refuse('intoId', categoryRefusals.intoBelow);
    }
    const concerns = await mergeCategory(step, categoryId, intoId);
    return { object: `category:${categoryId}`, facts: { into: intoId, concerns } };
  },
} satisfies Partial<ChangeAppliers>;

function factsOf({ parentId, restricted, urgent, bodyMap, onRecordScreen }: Facts) {
  return { parent: parentId, restricted, urgent, bodyMap, onRecordScreen };
}

function refuse(field: string, title: string): never {
  throw problem('not-valid', { field, title });
}

async function readTree({ trx, schoolId }: ChangeStep): Promise<ReadonlyMap<string, Node>> {
  const rows = await trx('categories')
    .where({ school_id: schoolId })
    .select('id', 'parent_id', 'disabled_at', 'merged_into');
  return new Map(rows.map((row) => [row.id, row]));
}

/** @throws problem 'not-found', or 'not-valid' for one that went into another */
function mustBeOwn(tree: ReadonlyMap<string, Node>, id: string, field = 'categoryId'): Node {
  const node = tree.get(id);
  if (!node) throw problem('not-found');
  if (node.merged_into !== null) {
    refuse(field, categoryRefusals.merged);
  }
  return node;
}

/** What something is to stand below, or to go into, must be in use itself. */
function mustBeOffered(tree: ReadonlyMap<string, Node>, id: string, field = 'parentId'): void {
  if (mustBeOwn(tree, id, field).disabled_at !== null) {
    refuse(field, categoryRefusals.off);
  }
}

function mustNotStandBelow(tree: ReadonlyMap<string, Node>, parentId: string, own: string): void {
  mustBeOwn(tree, parentId, 'parentId');
  if (withBelow(tree, own).includes(parentId)) {
    refuse('parentId', categoryRefusals.belowItself);
  }
}

/** A category and everything below it. */
function withBelow(tree: ReadonlyMap<string, Node>, id: string): string[] {
  const children = [...tree.values()].filter(({ parent_id }) => parent_id === id);
  return [id, ...children.flatMap((child) => withBelow(tree, child.id))];
}
