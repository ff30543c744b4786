import { wellFormed } from '../canonical-json';
import { MAX_NAME_CHARS } from './limits';

/** Control characters, marks that turn the direction of writing, and characters of no width: a name must read as it is. */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/** Means something to a file system or to a shell. */
const UNFIT = /[<>:"|?*]/g;
const LONGEST_ENDING = 16;

/**
 * A file's name as it may be kept, shown and saved: no path, no control or direction marks, at most 255 letters with its
 * ending kept. Also said by the school about every name that comes in.
 * @param fallback where nothing of it is left
 */
export function safeName(given: string, fallback = 'file'): string {
  const last = wellFormed(given).normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const seen = last
    .replace(UNSEEN, '')
    .replace(UNFIT, '_')
    .trim()
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  return shortened(seen) || fallback;
}

function shortened(name: string): string {
  if (name.length <= MAX_NAME_CHARS) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= LONGEST_ENDING ? name.slice(dot) : '';
  return wellFormed(name.slice(0, MAX_NAME_CHARS - ending.length)).replaceAll('\ufffd', '') + ending;
}
