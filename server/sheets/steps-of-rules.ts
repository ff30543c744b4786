import type { StepsOf } from './steps';

/** Categories, alert groups and automatic alerts. */
export const stepsOfRules: StepsOf<'Categories' | 'Alert groups' | 'Automatic alerts'> = {
  *Categories(row, names) {
    const parent = row.text('Parent');
    const facts = {
      name: row.title,
      parentId: parent === '' ? null : names.need('category', parent),
      colour: row.text('Colour'),
      guidance: row.textOrNull('Guidance'),
      restricted: row.flag('Restricted'),
      urgent: row.flag('Urgent'),
      bodyMap: row.flag('Body map'),
      onRecordScreen: row.flag('On record screen'),
    };
    if (row.fresh) names.add('category', row.title, yield { kind: 'category.add', ...facts });
    else yield { kind: 'category.change', categoryId: names.need('category', row.key), ...facts };
  },

  *'Alert groups'(row, names) {
    const members = names.all('staff', row.list('Members'));
    let groupId = names.find('alert group', row.key);
    if (groupId === undefined) groupId = yield { kind: 'alert-group.add', name: row.title, members };
    else if (row.changes('Members')) yield { kind: 'alert-group.members', groupId, members };
    if (row.changes('Fallback alert group')) {
      const fallback = row.flag('Fallback alert group');
      yield { kind: 'alert-group.fallback', groupId, fallback };
    }
  },

  *'Automatic alerts'(row, names) {
    yield {
      kind: 'automatic-alert.add',
      categories: names.all('category', row.list('Categories')),
      classes: names.all('class', row.list('Classes')),
      years: names.all('year', row.list('Year groups')),
      groups: names.all('alert group', row.list('Alert groups')),
      staff: names.all('staff', row.list('Staff')),
      daily: false,
    };
  },
};
