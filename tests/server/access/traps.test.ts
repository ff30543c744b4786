import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Every trap of access.md's table by its name, with the tests that would find it. A test that is renamed or gone fails
 * here, so that no trap is left without one. `open`: what the trap says of a thing that is not built yet.
 */
interface Trap {
  readonly tests: readonly (readonly [file: string, title: string])[];
  readonly open?: string;
}

const traps: Readonly<Record<string, Trap>> = {
  'ids of others': {
    tests: [
      ['server/access/hidden-and-absent.test.ts', 'hidden and absent are one answer, 200 times each'],
      ['server/access/relations.test.ts', '%s answers as the relation says'],
      [
        'server/messages/notifications.test.ts',
        'is the same "not here" for somebody else’s device and for none',
      ],
    ],
  },
  'search and pickers': {
    tests: [
      [
        'server/audit-log/audit-log.test.ts',
        'a lead finds no trace of a record about a child he is close to: not in the list, nor the export, nor by reference',
      ],
    ],
    open: 'search over the text of records',
  },
  counts: {
    tests: [
      [
        'server/access/same-answers.property.test.ts',
        'every list, count and record of everybody, and what "See as" says of them, follow from can() alone',
      ],
      [
        'server/inbox/paging.test.ts',
        'the aunt of a child pages through 250 alerts: full pages, exact counts, and no trace of his',
      ],
      [
        'server/chronology/chronology.test.ts',
        'Tom sees behaviour in 4B alone; of Leo he learns neither name nor page',
      ],
    ],
  },
  'linked pupils': {
    tests: [['server/access/relations.test.ts', 'linking never widens']],
    open: 'PDF and export of a record',
  },
  'wrong pupil corrected': {
    tests: [
      [
        'server/concerns/wrong-pupil.test.ts',
        'moved from Amira to Ben it leaves Amira’s page, searches, counts and paper, and her class team, at once',
      ],
      [
        'server/concerns/wrong-pupil.test.ts',
        'whoever is close to either of them: Ben’s uncle loses it though he took it, Amira’s aunt finds no trace of her',
      ],
    ],
  },
  'connected staff': {
    tests: [
      [
        'server/concerns/reading.test.ts',
        'a parent on the staff can neither see, count nor be alerted to their own child’s concern',
      ],
      [
        'server/inbox/opened.test.ts',
        'a deputy hears nothing and learns no news of the concern about her own child',
      ],
      [
        'server/oversight/see-as.test.ts',
        'a parent on the staff who looks as somebody else does not count the records of their own child',
      ],
    ],
  },
  'a stolen password': {
    tests: [
      [
        'server/security-keys/keys.test.ts',
        'a late first key gives no elevation until confirmed, and says whom to ask',
      ],
      ['server/security-keys/keys.test.ts', 'who ever had a key never gets the first-key way again'],
      [
        'server/security-keys/keys.test.ts',
        'a second key needs a code of the first, and brings no new recovery codes',
      ],
    ],
  },
  'guessing codes': {
    tests: [
      ['server/security-keys/elevation.test.ts', 'the sixth guess waits; she and the leads are mailed, once'],
      [
        'server/security-keys/elevation.test.ts',
        'twenty guesses a day are the end, on browsers that never elevated',
      ],
    ],
  },
  'idle kept alive': {
    tests: [
      ['server/security-keys/elevation.test.ts', 'her work keeps it alive, looking at the session does not'],
    ],
  },
  'raising one’s own rights': {
    tests: [
      [
        'server/access/reach.property.test.ts',
        'whoever could not read a concern and can after a change is named, elevated or not',
      ],
      [
        'server/oversight/second-person.test.ts',
        'takes effect when a lead confirms it, and the audit names both',
      ],
      ['server/set-up/import-again.test.ts', 'nobody raises their own rights by a spreadsheet'],
    ],
  },
  'about a member of staff': {
    tests: [
      [
        'server/concerns/about-staff.test.ts',
        'whom it is about finds no trace of it, and neither does a lead who may read everything else',
      ],
      [
        'server/concerns/about-staff.test.ts',
        'about the head it goes to the chair, and the head finds no trace',
      ],
    ],
  },
  'lock screen and mail': {
    tests: [
      ['server/messages/push.test.ts', 'is readable on that phone only, and says nothing about a child'],
      ['server/messages/push.test.ts', 'has one size, whether it is urgent, normal, or names the school'],
    ],
  },
  'alert groups': {
    tests: [
      ['server/messages/push.test.ts', 'its person left the school, and is mailed nothing either'],
      [
        'server/messages/notifications.test.ts',
        'a tablet that another person signs in on becomes theirs, and the first is told nothing there',
      ],
    ],
  },
  leavers: {
    tests: [
      [
        'server/oversight/staff-changes.test.ts',
        'is refused at the next request of an open session, and on every tablet',
      ],
      ['server/oversight/see-as.test.ts', 'a leaver sees nothing and is told nothing'],
    ],
  },
  'elevation left open': {
    tests: [
      [
        'server/security-keys/elevation.test.ts',
        'full access ends after 10 minutes without her, in every tab',
      ],
    ],
  },
  'mass assignment, prototype keys, repeated parameters, wrong types': {
    tests: [
      [
        'server/http/access-table.test.ts',
        'a body outside its schema is a 400 that names the field, never a 500',
      ],
      [
        'server/http/access-table.test.ts',
        'an id that is none, a repeated parameter and an unknown field are each refused',
      ],
    ],
  },
  reads: {
    tests: [
      [
        'server/concerns/reading.test.ts',
        'a note sent twice is added once, and every reading and acting is in the audit without a word of it',
      ],
      [
        'server/oversight/see-as.test.ts',
        'every look stands in the audit with whom it was about; without the right there is nothing there',
      ],
    ],
  },
  spreadsheets: {
    tests: [
      [
        'server/set-up/pupil-export.test.ts',
        'formulas stay text, names of every script stay as they were written, also out of a workbook',
      ],
      ['server/oversight/staff-changes.test.ts', 'never changes the account of another school'],
      ['server/set-up/import-again.test.ts', 'the spreadsheet of another school is not compared'],
      ['server/set-up/import-again.test.ts', 'a cell that begins like a formula is a text'],
    ],
  },
  'errors, ETag, 304': {
    tests: [['server/access/hidden-and-absent.test.ts', 'hidden and absent are one answer, 200 times each']],
  },
  'cross-site': {
    tests: [
      [
        'server/http/access-table.test.ts',
        'every state-changing endpoint refuses another site, a neighbouring school included',
      ],
    ],
  },
};

describe.each(Object.entries(traps))('trap: %s', (_name, { tests, open }) => {
  test('has a test, or says what is not built yet', () => {
    expect(tests.length > 0 || open !== undefined).toBe(true);
  });

  test('its tests are there by their titles', () => {
    const missing = tests.filter(([file, title]) => !titlesOf(file).includes(title));
    expect(missing).toEqual([]);
  });
});

/** The source of one test file. @param file below tests/ */
function titlesOf(file: string): string {
  return readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8');
}

test('the table has twenty traps, and each is here', () => {
  expect(Object.keys(traps)).toHaveLength(20);
});
