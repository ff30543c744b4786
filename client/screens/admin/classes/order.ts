/** The ids with one of them a step up (-1) or down (1) among those that stand beside it. */
export function stepped(
  order: readonly string[],
  id: string,
  by: -1 | 1,
  beside: ReadonlySet<string>,
): string[] {
  const among = order.filter((one) => beside.has(one));
  const other = among[among.indexOf(id) + by];
  if (other === undefined) return [...order];
  return order.map((one) => (one === id ? other : one === other ? id : one));
}
