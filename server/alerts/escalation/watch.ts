import { MINUTE, timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { tellLateFiles } from '../overdue/tell-late-files';
import { schoolsWithLateTasks, tellLateTasks } from '../overdue/tell-late-tasks';
import { lateActions, tellOverdue } from '../overdue/tell-overdue';
import { escalateSchool } from './escalate';

/** Looks every minute for concerns that nobody has taken in time, for actions and tasks that are late, and for files that have not come. One per server process; several share the work. */
export class EscalationWatch {
  readonly #ground: Ground;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> = Promise.resolve();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Begins with what fell due while the server was down. */
  start(): void {
    void this.look();
    this.#timer = setInterval(() => void this.look(), MINUTE);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#looking;
  }

  /** Takes every step that is due now. A school that cannot be served holds up none of the others. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#lookNow());
    return this.#looking;
  }

  async #lookNow(): Promise<void> {
    await this.#eachSchool(await this.#schoolsDue(), escalateSchool);
    await this.#eachSchool(await this.#schoolsLate(), tellOverdue);
    await this.#eachSchool(await this.#schoolsWithoutFiles(), tellLateFiles);
    await this.#eachSchool(await this.#schoolsWithLateTasks(), tellLateTasks);
  }

  async #eachSchool(schools: readonly string[], tell: typeof escalateSchool): Promise<void> {
    for (const schoolId of schools) {
      try {
        const told = await tell(this.#ground, schoolId);
        if (told.size > 0) this.#ground.changes.announce(schoolId, [...told]);
      } catch (fault) {
        this.#note(fault, schoolId);
      }
    }
  }

  async #schoolsDue(): Promise<string[]> {
    try {
      return await this.#ground.database
        .read('concerns')
        .where('escalates_at', '<=', timeStamp(this.#ground.clock))
        .where({ taken_by: null, closed_at: null })
        .distinct()
        .pluck<string[]>('school_id');
    } catch (fault) {
      this.#note(fault);
      return [];
    }
  }

  async #schoolsLate(): Promise<string[]> {
    try {
      const late = lateActions(this.#ground.database.read, timeStamp(this.#ground.clock));
      return [...new Set(await late.distinct('a.school_id').pluck<string[]>('a.school_id'))];
    } catch (fault) {
      this.#note(fault);
      return [];
    }
  }

  async #schoolsWithoutFiles(): Promise<string[]> {
    try {
      return await this.#ground.database
        .read('files')
        .where('late_at', '<=', timeStamp(this.#ground.clock))
        .distinct()
        .pluck<string[]>('school_id');
    } catch (fault) {
      this.#note(fault);
      return [];
    }
  }

  async #schoolsWithLateTasks(): Promise<string[]> {
    try {
      return await schoolsWithLateTasks(this.#ground);
    } catch (fault) {
      this.#note(fault);
      return [];
    }
  }

  /** Ids and kinds only. */
  #note(fault: unknown, schoolId?: string): void {
    const kind = fault instanceof Error ? fault.name : typeof fault;
    this.#ground.log.error({ kind, school: schoolId }, 'waiting concerns could not go on');
  }
}
