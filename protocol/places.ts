import * as v from 'valibot';
import { endpoint } from './endpoint';
import { named } from './fields';

export const listPlaces = endpoint({
  method: 'GET',
  path: '/api/admin/places',
  caller: 'elevated',
  action: 'administer.settings',
  activity: false,
  summary: 'Places and agencies that a concern may name.',
  reply: v.object({ places: v.array(named), agencies: v.array(named) }),
});
