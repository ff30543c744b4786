import { framedLength, MAX_REQUEST_BYTES } from '../../protocol/envelope/request';

/**
 * Cuts rows into requests of at most 900 kB, in their order; a larger single envelope goes alone
 * (envelope.md, Bytes).
 */
export function cutIntoRequests<R extends { byteLength: number }>(rows: readonly R[]): R[][] {
  const requests: R[][] = [];
  let current: R[] = [];
  let length = 0;
  for (const row of rows) {
    const framed = framedLength(row.byteLength);
    if (current.length > 0 && length + framed > MAX_REQUEST_BYTES) {
      requests.push(current);
      current = [];
      length = 0;
    }
    current.push(row);
    length += framed;
  }
  if (current.length > 0) requests.push(current);
  return requests;
}

/** Both halves of a batch of several. */
export function halves<R>(rows: readonly R[]): R[][] {
  const middle = Math.ceil(rows.length / 2);
  return [rows.slice(0, middle), rows.slice(middle)].filter((half) => half.length > 0);
}
