import type { Matter } from '../../../protocol/pupil-matters';
import { watchSession } from '../../contexts/session';
import { beginMatter, type BegunMatter } from './begun-matter';

/** What was begun and not saved yet, and what the fields began with. */
export interface KeptMatter {
  readonly known: Matter | null;
  readonly begun: BegunMatter;
}

let owner: string | null = null;
const kept = new Map<string, KeptMatter>();

// Only for as long as one person is logged in, and only in memory, like an action that was begun.
watchSession(({ known, session }) => {
  if (!known) return;
  if (session?.staffId !== owner) kept.clear();
  owner = session?.staffId ?? null;
});

/** What the end of full access or of rights took off the screen of this, or a new one. @param key names what is kept */
export function beginKept(key: string, ...[kind, matter]: Parameters<typeof beginMatter>): KeptMatter {
  const begun = kept.get(key) ?? { known: matter, begun: beginMatter(kind, matter) };
  kept.delete(key);
  return begun;
}

/** It is for the person to go on with, once they may read again. */
export function keepMatterText(key: string, matter: KeptMatter): void {
  kept.set(key, matter);
}
