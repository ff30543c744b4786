import { vi } from 'vitest';
import type { TestHouse } from './house';

/**
 * Something that happens at the narrowest moment: between what the next requests have read and looked at and their
 * `nth` transaction from now on. A log-in takes its try in the first and begins its session in the second.
 * @returns whether it has happened
 */
export function meanwhile(house: TestHouse, nth: number, deed: () => Promise<unknown>): () => boolean {
  const { database } = house.ground;
  const write = database.write.bind(database);
  let [seen, done] = [0, false];
  const spy = vi.spyOn(database, 'write').mockImplementation(async (command) => {
    if (++seen === nth) {
      spy.mockRestore();
      await deed();
      done = true;
    }
    return write(command);
  });
  return () => done;
}
