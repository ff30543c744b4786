import { describe, expect, it } from 'vitest';
import { matchPath, placeOf, type Route } from '../../client/router';

const route = (path: string): Route => ({
  path,
  tag: 'a-b',
  load: async () => null,
  title: path,
  needs: 'anyone',
});
const table = ['/', '/record', '/record/:id/sent', '/record/:draftId', '*'].map(route);

describe('addresses', () => {
  it('tells a draft from the sent page of a record', () => {
    expect(placeOf('/record/abc', null, table)).toMatchObject({
      route: { path: '/record/:draftId' },
      params: { draftId: 'abc' },
    });
    expect(placeOf('/record/abc/sent', null, table)).toMatchObject({
      route: { path: '/record/:id/sent' },
      params: { id: 'abc' },
    });
  });

  it('keeps the query but never the fragment: a link’s token stands there', () => {
    expect(placeOf('/record?unlocked=no#secret', null, table).href).toBe('/record?unlocked=no');
  });

  it('takes an address of nobody’s to the last route', () => {
    expect(placeOf('/pupils/one', null, table).route.path).toBe('*');
    expect(matchPath('/record/:draftId', '/record')).toBeNull();
  });

  it('reads names with accents and slashes out of a part', () => {
    expect(matchPath('/alerts/:id', '/alerts/a%2Fb')).toEqual({ id: 'a/b' });
  });
});
