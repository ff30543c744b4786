import { describe, expect, test } from 'vitest';
import type { OutboxSummary } from '../../offline/outbox/records';
import { removalBlock, removalText } from '../../client/screens/devices/may-remove';
import { enrolFaults, enrolStep, type TypedEnrolment } from '../../client/screens/enrol/enrol-step';
import { pinFaults } from '../../client/screens/enrol/pin-faults';
import { secondsUntil, waitWords } from '../../client/screens/lock/pin-wait';
import { refusalWords, troubleWords } from '../../client/screens/lock/unlock-words';
import { waitingWords } from '../../client/screens/lock/waiting-words';
import { CannotStretch } from '../../client/unlock/stretch';

const NOW = Date.UTC(2026, 10, 23, 13);
const nothing: OutboxSummary = {
  unsent: 0,
  actions: 0,
  signIn: 0,
  needsYou: 0,
  updateNeeded: 0,
  oldestAt: null,
};

describe('what a locked tablet says of what waits', () => {
  test('is nothing when nothing waits', () => {
    expect(waitingWords(nothing, NOW, true)).toBeNull();
  });

  test('asks to keep Heed open where it cannot send when closed, and only there', () => {
    const one = { ...nothing, unsent: 1, oldestAt: NOW };
    expect(waitingWords(one, NOW, false)?.lines.join(' ')).toMatch(/^Keep Heed open.*You need not unlock\.$/);
    expect(waitingWords(one, NOW, true)?.lines).toEqual([
      'It sends by itself when there is Wi-Fi. To be sure, open Heed again inside.',
    ]);
    expect(waitingWords({ ...one, unsent: 2 }, NOW, true)).toEqual({
      tone: 'warn',
      heading: '2 records waiting to send',
      lines: ['They send by themselves when there is Wi-Fi. To be sure, open Heed again inside.'],
    });
  });

  test('says of actions on a concern that they wait, and nothing else of them', () => {
    const said = (unsent: number, actions: number) =>
      waitingWords({ ...nothing, unsent, actions, oldestAt: NOW }, NOW, true)?.heading;
    expect(said(1, 1)).toBe('1 action waiting to send');
    expect(said(3, 2)).toBe('1 record and 2 actions waiting to send');
  });

  test('never says that a refused record sends by itself', () => {
    const words = waitingWords({ ...nothing, unsent: 2, signIn: 1, needsYou: 1, oldestAt: NOW }, NOW, true);
    expect(words?.lines).toEqual([
      '1 needs somebody to log in here once. Then it sends.',
      '1 needs the person who wrote it. If it is yours, unlock and look.',
    ]);
  });

  test('turns red after two hours and sends people to a lead', () => {
    const old = { ...nothing, unsent: 1, oldestAt: NOW - 2 * 3_600_000 };
    expect(waitingWords(old, NOW, true)).toMatchObject({
      tone: 'danger',
      lines: ['Still waiting after 2 hours. Tell a safeguarding lead in person.'],
    });
  });
});

describe('after a wrong PIN', () => {
  test('the words are plain, and the growing wait speaks for itself', () => {
    expect(refusalWords({ kind: 'wrong', waitMs: 0 }, 'tablet')).toBe('That PIN is not right. Try again.');
    expect(refusalWords({ kind: 'wrong', waitMs: 30_000 }, 'tablet')).toBe('');
    expect(refusalWords({ kind: 'gone' }, 'phone')).toBe('That person is no longer on this phone.');
  });

  test('a tablet without memory to check a PIN offers to record without one', () => {
    expect(troubleWords(new CannotStretch('no memory'), 'tablet')).toContain('record without unlocking');
    expect(troubleWords(new Error('anything'), 'tablet')).toContain('record without unlocking');
  });

  test('the wait is counted in whole seconds that never read 0 while it lasts', () => {
    expect(secondsUntil(NOW + 30_000, NOW)).toBe(30);
    expect(secondsUntil(NOW + 1, NOW)).toBe(1);
    expect(secondsUntil(NOW - 5, NOW)).toBe(0);
    expect(waitWords(1)).toBe('1 second');
    expect(waitWords(59)).toBe('59 seconds');
    expect(waitWords(60)).toBe('1 min 0 s');
    expect(waitWords(900)).toBe('15 min 0 s');
  });
});

describe('a new PIN', () => {
  test.each(['', '12345', '123456', '111111', '01052014'])('is not “%s”', (pin) => {
    expect(pinFaults({ pin, again: pin })).toHaveLength(1);
  });

  test('has to be typed the same twice, and then is taken', () => {
    expect(pinFaults({ pin: '482915', again: '482951' })).toEqual([
      { field: 'new-pin-again', text: 'The two PINs are not the same' },
    ]);
    expect(pinFaults({ pin: '482915', again: '482915' })).toEqual([]);
  });
});

describe('setting up', () => {
  const typed: TypedEnrolment = { name: ' ', shared: '', pin: '482915', again: '482915' };

  test('asks for name and sharing on a new tablet, and for the PIN alone on one that colleagues use', () => {
    expect(enrolFaults('new-device', typed, 'tablet').map(({ field }) => field)).toEqual([
      'device-shared',
      'device-name',
    ]);
    expect(enrolFaults('join', typed, 'tablet')).toEqual([]);
  });

  test('knows a new tablet, a colleague’s tablet, and one’s own', () => {
    expect(enrolStep(null, 'jo')).toBe('new-device');
    expect(enrolStep(['tom'], 'jo')).toBe('join');
    expect(enrolStep(['tom', 'jo'], 'jo')).toBe('already-here');
  });
});

describe('removing a person from a tablet', () => {
  test('is never a way to delete a colleague’s draft', () => {
    expect(removalBlock({ name: 'Tom', isSelf: false, drafts: 1, practice: 0, additions: 0 })).toContain(
      'Only Tom can',
    );
    expect(removalBlock({ name: 'Tom', isSelf: false, drafts: 0, practice: 0, additions: 0 })).toBeNull();
    expect(removalBlock({ name: 'Jo', isSelf: true, drafts: 2, practice: 0, additions: 0 })).toBeNull();
  });

  test('says how many drafts go, and that what is sealed stays', () => {
    expect(removalText({ name: 'Jo', isSelf: true, drafts: 2, practice: 0, additions: 0 })).toBe(
      '2 unsent drafts go to the school. Log in anywhere to go on with them. What is already sealed stays here and is sent.',
    );
    expect(removalText({ name: 'Jo', isSelf: true, drafts: 0, practice: 0, additions: 0 })).toMatch(
      /^Nothing is lost\./,
    );
    expect(removalText({ name: 'Jo', isSelf: true, drafts: 0, practice: 1, additions: 0 })).toMatch(
      /practice is deleted/,
    );
    expect(removalText({ name: 'Jo', isSelf: true, drafts: 0, practice: 0, additions: 1 })).toMatch(
      /^What was begun to be added to a record, and not sent, is deleted\./,
    );
  });
});
