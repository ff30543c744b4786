import { describe, expect, it } from 'vitest';
import { contract } from '../../protocol/contract';
import { callPaths, pathsOf, type PageCall } from '../../client/data/call-paths';
import { callTable, rowOf } from '../../client/data/call-table';

const calledByPages = Object.entries(contract).filter(
  ([, { caller }]) => caller !== 'device' && caller !== 'author',
);

describe('the call tables', () => {
  it('have of every call of a page what the contract says of it', async () => {
    expect(calledByPages.length).toBeGreaterThan(100);
    for (const [name, { method, path, bodyType, replyType }] of calledByPages)
      expect(await rowOf(name as PageCall), name).toEqual({ method, path, bodyType, replyType });
  });

  it('carry no call twice, and few of them to the record form', () => {
    const names = (paths: typeof callPaths) => Object.values(paths).flatMap((group) => Object.keys(group));
    expect([...names(callPaths), ...names(pathsOf(false))].sort()).toEqual(
      calledByPages.map(([name]) => name).sort(),
    );
    expect(Object.keys(callTable).sort()).toEqual(names(callPaths).sort());
    expect(Object.keys(callTable).length).toBeLessThan(calledByPages.length / 5);
  });
});
