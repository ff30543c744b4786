import type { Logger } from 'pino';
import type { Bell } from './bell';
import type { Clock } from './clock';
import type { Settings } from './env';
import type { Shelf } from './files/shelf/shelf';
import type { Changes } from './storage/changes';
import type { Database } from './storage/database';
import type { KeyRing } from './storage/key-ring';

/** What every command stands on; handed in, never global. */
export interface Ground {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Logger;
  readonly database: Database;
  readonly keys: KeyRing;
  readonly changes: Changes;
  /** Where sealed files lie. */
  readonly files: Shelf;
  /** Rings when a commit has queued messages. */
  readonly queued: Bell;
  /** Stops the process at a named point when a test asks for it (failures.md, S1–S6). */
  readonly faultPoint: (name: string) => void;
}
