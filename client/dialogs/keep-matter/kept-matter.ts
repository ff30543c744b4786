import type { Matter } from '../../../protocol/pupil-matters';
import { Kept } from '../kept';
import { beginMatter, type BegunMatter } from './begun-matter';

/** What was begun and not saved yet, and what the fields began with. */
export interface KeptMatter {
  readonly known: Matter | null;
  readonly begun: BegunMatter;
}

/** For the person to go on with, once they may read again. */
export const keptMatters = new Kept<KeptMatter>();

/** What the end of full access or of rights took off the screen of this, or a new one. @param key names what is kept */
export function beginKept(key: string, ...[kind, matter]: Parameters<typeof beginMatter>): KeptMatter {
  return keptMatters.take(key) ?? { known: matter, begun: beginMatter(kind, matter) };
}
