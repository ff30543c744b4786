import { describe, expect, it } from 'vitest';
import { gate, type GateFacts } from '../../client/shell/gate';

const nobody: GateFacts = {
  enrolled: false,
  unlocked: false,
  known: true,
  loggedIn: false,
  typedHere: false,
};
const tabletLocked: GateFacts = { ...nobody, enrolled: true };
const tabletUnlocked: GateFacts = { ...tabletLocked, unlocked: true };
const officeComputer: GateFacts = { ...nobody, loggedIn: true };

describe('which screen a person is let into', () => {
  it('sends whoever is not known to the log-in, and shows the log-in to everyone', () => {
    expect(gate('person', nobody, true)).toBe('/log-in');
    expect(gate('session', nobody, true)).toBe('/log-in');
    expect(gate('anyone', nobody, true)).toBe('show');
  });

  it('shows nothing of a left-over session on a locked tablet', () => {
    const leftOver = { ...tabletLocked, loggedIn: true };
    expect(gate('session', leftOver, true)).toBe('/lock');
    expect(gate('person', leftOver, true)).toBe('/lock');
    expect(gate('unlocked', leftOver, true)).toBe('/lock');
  });

  it('lets a lead who has just typed the password read on a tablet that stays locked', () => {
    expect(gate('session', { ...tabletLocked, loggedIn: true, typedHere: true }, true)).toBe('show');
  });

  it('never takes an unlocked tablet for a log-in', () => {
    expect(gate('session', tabletUnlocked, true)).toBe('/log-in');
    expect(gate('person', tabletUnlocked, true)).toBe('show');
    expect(gate('unlocked', tabletUnlocked, true)).toBe('show');
  });

  it('always offers recording on an enrolled tablet, locked or not', () => {
    expect(gate('device', tabletLocked, false)).toBe('show');
    expect(gate('device', tabletUnlocked, false)).toBe('show');
  });

  it('says that alerts need a connection when nobody can say whose session it is', () => {
    const offline = { ...tabletUnlocked, known: false };
    expect(gate('session', offline, false)).toBe('needs-connection');
    expect(gate('session', offline, true)).toBe('wait');
    expect(gate('person', offline, false)).toBe('show');
  });

  it('sets a computer up before somebody records on it', () => {
    expect(gate('unlocked', officeComputer, true)).toBe('/enrol');
    expect(gate('session', officeComputer, true)).toBe('show');
  });
});
