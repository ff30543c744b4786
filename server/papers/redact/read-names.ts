import type { Ground } from '../../ground';
import { readContacts } from '../../pupils/contacts';
import { readStaffNames } from '../../school/names';
import { cellsOf } from '../../storage/cells';
import { NameBook, type Names } from './name-book';

/**
 * Everybody whose name may stand in the texts about one pupil: every other pupil that the school ever had, who are
 * hidden; the pupil, their contacts and the staff, who stay.
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
    if (row.id !== pupilId) continue;
    const contacts = cells.open(row.id, 'contacts', row.contacts);
    for (const { name } of readContacts(contacts, cells.open(row.id, 'contact_flags', row.contact_flags)))
      if (name !== null) book.keepAdult(name);
  }
  const staff = await read('staff').where({ school_id: schoolId }).pluck<string[]>('id');
  for (const { name, formal } of (await readStaffNames(read, ground, schoolId, staff)).values()) {
    book.keepAdult(name);
    book.keepAdult(formal);
  }
  return book;
}
