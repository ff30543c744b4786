/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `restriction_types` */
export interface RestrictionTypeRow {
  school_id: string;
  kind: 'class' | 'year';
  switched_on: number;
}
