import type * as english from '../words/roles';

export const roleWords: typeof english.roleWords = {
  'was-hurt': 'cafodd niwed',
  'may-have-hurt': 'efallai iddo niweidio rhywun',
  'saw-it': 'gwelodd y peth',
  sibling: 'brawd neu chwaer',
  'not-sure': 'ddim yn siŵr',
};

export const moments = [
  { value: 'before-school', label: 'Cyn yr ysgol' },
  { value: 'break', label: 'Amser egwyl' },
  { value: 'lunch', label: 'Amser cinio' },
  { value: 'afternoon', label: 'Prynhawn' },
  { value: 'after-school', label: 'Ar ôl yr ysgol' },
] as const;
