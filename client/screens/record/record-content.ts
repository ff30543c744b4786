import type { ChosenPupil } from '../../components/pupil-picker/chosen-pupil';
import type { DraftMark } from '../../../protocol/body-map';
import type { FileOfDraft } from '../../sealing/draft-files';
import { justNow, type WhenAnswer } from '../../components/heed-when-field';

/** Whether somebody was told in person; empty: not answered yet. */
export type Told = '' | 'lead' | 'someone' | 'not-yet';

/** `place` of somewhere that is not on the school's list. */
export const OTHER_PLACE = 'other';

/** An adult who works here, as the writer found them. */
export interface ChosenAdult {
  id: string;
  name: string;
}

/** Whom a record about adults who work here is about. */
export interface AboutAdults {
  staff: readonly ChosenAdult[];
  described: string;
}

/** Nobody said yet. */
export const noAdult: AboutAdults = { staff: [], described: '' };

/** All that stands in the record form: what a draft keeps, as JSON. */
export interface RecordContent {
  /** the writer's name as typed; used without unlocking only */
  name: string;
  pupils: readonly ChosenPupil[];
  /** null: about pupils alone */
  about: AboutAdults | null;
  text: string;
  when: WhenAnswer;
  /** a place's id, {@link OTHER_PLACE}, or empty */
  place: string;
  otherPlace: string;
  /** ids */
  categories: readonly string[];
  /** "I'm not sure" is ticked */
  unsure: boolean;
  told: Told;
  toldWho: string;
  alertStaff: readonly string[];
  alertGroups: readonly string[];
  agencies: readonly string[];
  others: string;
  /** on the body map, in the order of their numbers */
  marks: readonly DraftMark[];
  /** sealed on this device; see client/screens/files */
  files: readonly FileOfDraft[];
  /** device clock, ms, at the first keystroke; 0 before it. "Just now" is this moment. */
  startedAt: number;
}

/** A form in which nothing was written. */
export const emptyContent: RecordContent = {
  name: '',
  pupils: [],
  about: null,
  text: '',
  when: justNow,
  place: '',
  otherPlace: '',
  categories: [],
  unsure: false,
  told: '',
  toldWho: '',
  alertStaff: [],
  alertGroups: [],
  agencies: [],
  others: '',
  marks: [],
  files: [],
  startedAt: 0,
};

/** The form with one answer changed; the first change is the moment that "Just now" means. */
export function changed(content: RecordContent, part: Partial<RecordContent>, now: number): RecordContent {
  return { ...content, ...part, startedAt: content.startedAt === 0 ? now : content.startedAt };
}

/**
 * Reads what a draft kept. Drafts of an older build lack answers that this one asks for: they stay empty.
 * @returns null when it is no record
 */
export function readContent(kept: unknown): RecordContent | null {
  if (typeof kept !== 'object' || kept === null || !('text' in kept)) return null;
  // Only this device wrote it, under the author's own key.
  return { ...emptyContent, ...(kept as Partial<RecordContent>) };
}
