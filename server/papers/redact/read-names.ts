import type { Ground } from '../../ground';
import { readContacts } from '../../pupils/contacts';
import { readStaffNames } from '../../school/names';
import { cellsOf } from '../../storage/cells';
import { NameBook, type Names } from './name-book';

/**
 * Everybody whose name may stand in the texts about one pupil: every other pupil that the school ever had, who are
 * hidden, and so are their contacts; the pupil, the pupil's own contacts and the staff, who stay.
 */
export async function readNameBook(ground: Ground, schoolId: string, pupilId: string): Promise<NameBook> {
  const { read } = ground.database;
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  const rows = await read('pupils').where({ school_id: schoolId });
  const book = new NameBook();
  for (const row of rows) {
    const names: Names = {
      first: cells.need(row.id, 'first_name', row.first_name),
      last: cells.need(row.id, 'last_name', row.last_name),
      knownAs: cells.open(row.id, 'preferred_name', row.preferred_name),
    };
    // An entry that was joined with another is that one.
    const id = row.joined_into ?? row.id;
    if (id !== pupilId) book.hide(id, names);
    else book.keep(names);
    for (const { name } of readContacts(cells.open(row.id, 'contacts', row.contacts), null)) {
      if (name === null) continue;
      if (id === pupilId) book.keepAdult(name);
      else book.hideAdult(name, id);
    }
  }
  const staff = await read('staff').where({ school_id: schoolId }).pluck<string[]>('id');
  for (const { name, formal } of (await readStaffNames(read, ground, schoolId, staff)).values()) {
    book.keepAdult(name);
    book.keepAdult(formal);
  }
  return book;
}
