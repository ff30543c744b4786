import * as v from 'valibot';

const ids = v.array(v.string());

/** @param told the column: ids of the staff who were told of an addition; null before anybody was */
export function toldOf(told: string | null): string[] {
  return told === null ? [] : v.parse(ids, JSON.parse(told));
}
