import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { waitFor } from '../server/house';
import { wordsIn } from './raw-vault';

/**
 * Kills the browser that holds this profile as a flat battery would: no page is told, nothing is written down. Its
 * helpers end when they miss it, a moment later; until then one of them may still be renaming a file.
 */
export async function killBrowser(profile: string): Promise<void> {
  const [pid] = processesWith(profile, (line) => !line.includes('--type='));
  if (pid === undefined) throw new Error('no browser holds this profile');
  process.kill(pid, 'SIGKILL');
  await waitFor(() => processesWith(profile).length === 0);
}

/** Living processes with this profile; all but the browser itself carry a `--type`. */
function processesWith(profile: string, which: (line: string) => boolean = () => true): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,stat=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .filter((line) => line.includes(`--user-data-dir=${profile}`) && which(line))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, state]) => !state?.startsWith('Z'))
    .map(([pid]) => Number(pid));
}

/** Files below a folder that hold one of these words as UTF-8 or UTF-16, each with the words that it holds. */
export function filesWith(folder: string, words: readonly string[]): { file: string; words: string[] }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file: relative(folder, file), words: wordsIn(readFileSync(file), words) }))
    .filter((found) => found.words.length > 0);
}
