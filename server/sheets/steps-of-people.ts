import type { StepsOf } from './steps';

/** Staff, their user groups and the duty list. */
export const stepsOfPeople: StepsOf<'Staff' | 'Staff’s groups' | 'Duty list'> = {
  *Staff(row, names) {
    const facts = {
      firstName: row.text('First name'),
      lastName: row.text('Last name'),
      title: row.textOrNull('Title'),
      knownAs: row.textOrNull('Known as'),
      phone: row.textOrNull('Phone or radio'),
      jobTitle: row.textOrNull('Job title'),
      classes: names.all('class', row.list('Classes')),
    };
    if (row.fresh) {
      const groupId = names.need('group', row.text('User group'));
      yield { kind: 'staff.add', ...facts, email: row.textOrNull('E-mail'), groupId };
    } else yield { kind: 'staff.change', staffId: names.need('staff', row.key), ...facts };
  },

  *'Staff’s groups'(row, names) {
    const groupId = names.need('group', row.text('User group'));
    yield { kind: 'staff.move-group', staffId: names.need('staff', row.key), groupId };
  },

  *'Duty list'(row, names, { duty }) {
    const named = (role: string) => duty.filter((one) => one.role === role).map(({ staff_id }) => staff_id);
    const lead = names.need('staff', row.text('Lead'));
    yield {
      kind: 'duty.set',
      lead,
      deputies: names.all('staff', row.list('Deputies')).filter((id) => id !== lead),
      head: names.need('staff', row.text('Head')),
      chair: named('chair')[0] ?? null,
      named: named('named'),
    };
  },
};
