import * as v from 'valibot';
import { id, ids, shortText } from '../fields';

const facts = {
  name: shortText,
  /** Null at the top of the tree. */
  parentId: v.nullable(id),
  colour: v.pipe(
    v.string(),
    v.regex(/^#[0-9A-Fa-f]{6}$/, 'Write the colour as # and six digits or letters from A to F: #B3261E.'),
    v.toUpperCase(),
  ),
  /** What staff are shown while they record; null for none. */
  guidance: v.nullable(
    v.pipe(v.string(), v.trim(), v.minLength(1, 'This cannot be empty.'), v.maxLength(2000)),
  ),
  /** A concern of it is hidden from whoever may not view this very category. */
  restricted: v.boolean(),
  urgent: v.boolean(),
  bodyMap: v.boolean(),
  onRecordScreen: v.boolean(),
};

/** A new category, last in the school's order. */
export const categoryAdd = v.strictObject({ kind: v.literal('category.add'), ...facts });
export const categoryChange = v.strictObject({
  kind: v.literal('category.change'),
  categoryId: id,
  ...facts,
});
/** It and everything below it is offered no longer; what is recorded in it stays. */
export const categoryDisable = v.strictObject({ kind: v.literal('category.disable'), categoryId: id });
export const categoryEnable = v.strictObject({ kind: v.literal('category.enable'), categoryId: id });
/** The school's order; what is not named stands behind, as before. */
export const categoryOrder = v.strictObject({ kind: v.literal('category.order'), order: ids });
/** Concerns, automatic alerts and sub-categories of the one go to the other; its permissions go. */
export const categoryMerge = v.strictObject({
  kind: v.literal('category.merge'),
  categoryId: id,
  intoId: id,
});
