/** A chosen spreadsheet, read once, so that it can be sent again when the connection or the file on the disk went. */
export interface ChosenFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** One byte more than the school takes (set-up-spreadsheet.md: 10 MB): enough for it to say that this is too large. */
const MOST_SENT = 10 * 1024 * 1024 + 1;

/** Reads a file that was chosen or dropped; of a film of 2 GB no more than is sent. @throws when it cannot be read */
export async function readChosen(file: File): Promise<ChosenFile> {
  return { name: file.name, bytes: new Uint8Array(await file.slice(0, MOST_SENT).arrayBuffer()) };
}

/** The bytes of a file as base64, for a call that says more than the file. @throws when they cannot be read */
export function toBase64(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(new Error('the file could not be read'));
    reader.onload = () => {
      const address = typeof reader.result === 'string' ? reader.result : '';
      resolve(address.slice(address.indexOf(',') + 1));
    };
    reader.readAsDataURL(new Blob([bytes]));
  });
}
