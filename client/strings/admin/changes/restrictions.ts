import { listed, type ChangeWords } from './say';

/** Class restrictions. */
export const restrictionWords: ChangeWords<'restriction.switch' | 'restriction.set'> = {
  'restriction.switch': ({ type, on }) =>
    `Class restrictions by ${type === 'class' ? 'class' : 'year group'}: ${on ? 'on' : 'off'}`,
  'restriction.set': ({ targetId, allows }, name) => {
    const target = name(targetId);
    if (allows === 'everyone') return `Pupils of ${target}: everyone may see them`;
    const who = listed([...allows.groups, ...allows.staff], name, 'nobody but unrestricted groups');
    return `Pupils of ${target}: seen by ${who}`;
  },
};
