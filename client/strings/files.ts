import { MAX_FILES } from '../../protocol/files/limits';
import { plural } from '../../protocol/words/language';

const MB = 1_000_000;

/** "3.4 MB", "12 kB". @param size in bytes */
export function fileSize(size: number): string {
  if (size >= MB) return `${(size / MB).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(size / 1000))} kB`;
}

/** Files on the record screen. */
export const files = {
  title: 'Files',
  hint: `A letter, a drawing, a message: up to ${MAX_FILES} files of 25 MB each. Where and when a picture was taken is removed on this device.`,
  noPhotos:
    'No photographs of injuries. Mark them on the body map instead, and say what you saw in your own words.',
  choose: 'Choose a file',
  chooseMore: 'Choose another file',
  list: 'Files of this record',
  remove: (name: string): string => `Remove ${name}`,
  removed: (name: string): string => `${name} is removed`,
  added: (name: string): string => `${name} is added`,
  sealing: (name: string, part: number): string => `Encrypting ${name}, ${Math.round(part * 100)} %`,
  noName: 'file',
  notHere: 'This file is not on this device. Choose it again, or remove it: it cannot be sent from here.',
  empty: (name: string): string => `There is nothing in ${name}. Choose the file again.`,
  tooLarge: (name: string): string =>
    `${name} is larger than 25 MB. Choose a smaller one, or give it to a safeguarding lead by hand.`,
  tooMany: `A record takes ${MAX_FILES} files. Send this one, and record the others after it.`,
  noRoom: (name: string): string =>
    `There is no room for ${name} on this device. Your words are kept. Send them now, and give the file to a safeguarding lead by hand.`,
  notCleaned: (name: string): string =>
    `${name} may say where and when it was taken, and this browser cannot remove that. Save it as JPEG or PNG and choose it again.`,
  unreadable: (name: string): string => `${name} could not be read. Choose it again.`,
  notEnrolled: 'Log in on this device once. Then files can be added.',
  notKept:
    'Your words could not be kept on this device, so no file can be added to them. Copy them before you leave this page.',
  notLoaded: 'Files cannot be added at the moment. Try again when the network is back.',
};

/** Files that somebody adds who is logged in and online. */
export const onlineFiles = {
  hint: `A letter, a scan, a message: up to ${MAX_FILES} files of 25 MB each. Where and when a picture was taken is removed on this device.`,
  tooMany: `An action takes ${MAX_FILES} files. Add this one, and the others after it.`,
  noRoom: (name: string): string =>
    `There is no room for ${name} on this device. Add what you wrote without it, and add the file on another device.`,
  sending: (part: number): string => `Being sent from this device, ${Math.round(part * 100)} %`,
};

/** Files of a record as it is read. */
export const shownFiles = {
  title: 'Files',
  coming: (count: number): string =>
    plural(count, { one: '1 file is still on its way', other: `${count} files are still on their way` }),
  comingWhy:
    'What is missing comes from the device where this was recorded, as soon as it is open and has a network.',
  states: {
    coming: 'On its way',
    here: '',
    damaged: 'Arrived damaged. Ask whoever recorded it for the file.',
  },
  notScanned: 'Not scanned yet. It can be opened as soon as it is.',
  found: (what: string): string => `Held back: the scanner found ${what}`,
  save: 'Save',
  show: 'Show',
  hide: 'Hide',
  saveName: (name: string): string => `Save ${name}`,
  showName: (name: string): string => `Show ${name}`,
  hideName: (name: string): string => `Hide ${name}`,
  loading: (name: string): string => `Opening ${name}`,
  tooManyPixels: 'This picture is too large to show here. Save it.',
  notShown: 'This picture could not be shown. Save it.',
  care: 'What you save lies on your device. Delete it there when you are done.',
};

/** Files of a record that was sent. */
export function sentFiles(here: number, all: number): string {
  if (here < all)
    return `Files: ${here} of ${all} with the school. Leave Heed open on this device until they are.`;
  return plural(all, { one: 'Its file is with the school', other: `Its ${all} files are with the school` });
}
