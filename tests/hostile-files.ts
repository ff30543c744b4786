import { concatBytes, u16be, u32be, utf8 } from '../protocol/bytes';

/*
 * Files that mean harm, made here. What a device and the school make of each stands in this one table: the device's half is tested
 * in a browser (tests/client/hostile-files.test.ts), the school's over HTTP (tests/server/files/hostile-files.test.ts).
 */

export interface HostileFile {
  readonly what: string;
  /** as it is called when it is chosen */
  readonly name: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  /** its type by its own bytes, on the device and at the school: all that a browser is ever told */
  readonly type: string;
  /** what it is called from then on */
  readonly called: string;
  /** what a device takes out of it before it leaves */
  readonly gone?: string;
  /** what a lead's screen makes of it, where it offers to show it: its pixels, or a sentence */
  readonly shown?: 'drawn' | 'too-large';
  /** what is said where the school does not give it out */
  readonly held?: string;
}

const PLACE = 'GPSLatitude 51.5074 N';
const SCRIPT = '<script>fetch("/api/session")</script>';

/** The file that every scanner knows by agreement (eicar.org); in two pieces, so that none takes this source for it. */
export const EICAR = utf8(
  String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$` + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
);

/** One red pixel, then a page with a script: a picture to one reader, a program to another. */
const gifAndPage = (): Uint8Array => {
  const pixel = 'R0lGODlhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=';
  return concatBytes(
    Uint8Array.from(atob(pixel), (letter) => letter.charCodeAt(0)),
    utf8(SCRIPT),
  );
};

const segment = (marker: number, content: Uint8Array): Uint8Array =>
  concatBytes(Uint8Array.of(0xff, marker), u16be(content.length + 2), content);

/** A photo with the place in it, and an archive behind its end. */
const photoWith = (behind: string): Uint8Array =>
  concatBytes(
    Uint8Array.of(0xff, 0xd8),
    segment(0xe1, utf8(`Exif\0\0${PLACE}`)),
    segment(0xdb, new Uint8Array(65)),
    segment(0xc0, Uint8Array.of(8, 0, 8, 0, 8, 1, 1, 17, 0)),
    segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
    Uint8Array.of(0x12, 0x34, 0xff, 0xd9),
    utf8(behind),
  );

/** A few bytes that say that they are four billion pixels. */
const pixelBomb = (): Uint8Array => {
  const chunk = (name: string, content: Uint8Array) =>
    concatBytes(u32be(content.length), utf8(name), content, new Uint8Array(4));
  const header = concatBytes(u32be(65_535), u32be(65_535), Uint8Array.of(8, 6, 0, 0, 0));
  const start = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return concatBytes(
    start,
    chunk('IHDR', header),
    chunk('IDAT', new Uint8Array(9)),
    chunk('IEND', new Uint8Array(0)),
  );
};

/** An archive of 100 kB in which lie 100 MB. */
async function zipBomb(): Promise<Uint8Array> {
  const size = 100_000_000;
  const zeros = new Blob(Array.from({ length: 100 }, () => new Uint8Array(size / 100)));
  const packed = new Uint8Array(
    await new Response(zeros.stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer(),
  );
  const head = new DataView(new ArrayBuffer(30));
  head.setUint32(0, 0x504b0304);
  head.setUint16(4, 20, true);
  head.setUint16(8, 8, true);
  head.setUint32(18, packed.length, true);
  head.setUint32(22, size, true);
  head.setUint16(26, 1, true);
  return concatBytes(new Uint8Array(head.buffer), utf8('0'), packed);
}

const nothingKnown = 'application/octet-stream';

export const hostileFiles: readonly HostileFile[] = [
  {
    what: 'a picture that is a page with a script as well',
    name: 'drawing.gif',
    make: gifAndPage,
    type: 'image/gif',
    called: 'drawing.gif',
    shown: 'drawn',
  },
  {
    what: 'a photo with an archive behind its end',
    name: 'photo.jpg',
    make: () => photoWith('PK\u0003\u0004 run.jar'),
    type: 'image/jpeg',
    called: 'photo.jpg',
    gone: 'run.jar',
  },
  {
    what: 'a photo that says where it was taken',
    name: 'IMG_0042.JPG',
    make: () => photoWith(''),
    type: 'image/jpeg',
    called: 'IMG_0042.JPG',
    gone: PLACE,
  },
  {
    what: 'an archive that unpacks to a thousand times its size',
    name: 'homework.zip',
    make: zipBomb,
    type: nothingKnown,
    called: 'homework.zip',
  },
  {
    what: 'a picture of four billion pixels in 80 bytes',
    name: 'drawing.png',
    make: pixelBomb,
    type: 'image/png',
    called: 'drawing.png',
    shown: 'too-large',
  },
  {
    what: 'a name that climbs out of its folder',
    name: '../../../etc/cron.d/heed',
    make: () => utf8('* * * * * root true'),
    type: 'text/plain',
    called: 'heed',
  },
  {
    what: 'a name that reads backwards',
    name: 'letter\u202efdp.exe',
    make: () => concatBytes(utf8('MZ'), new Uint8Array(200)),
    type: nothingKnown,
    called: 'letterfdp.exe',
  },
  {
    what: 'a drawing with a script in it',
    name: 'drawing.svg',
    make: () => utf8(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`),
    type: nothingKnown,
    called: 'drawing.svg',
  },
  {
    what: 'a page that is called a picture',
    name: 'photo.jpg',
    make: () => utf8(`<!doctype html>${SCRIPT}`),
    type: nothingKnown,
    called: 'photo.jpg',
  },
  {
    what: 'a document with a script',
    name: 'letter.pdf',
    make: () => utf8('%PDF-1.7\n1 0 obj <</OpenAction <</S /JavaScript /JS (app.alert(1))>>>> endobj'),
    type: 'application/pdf',
    called: 'letter.pdf',
  },
  {
    what: 'the file that every scanner finds',
    name: 'game.txt',
    make: () => EICAR,
    type: 'text/plain',
    called: 'game.txt',
    held: 'Held back: the scanner found Eicar-Test-Signature.',
  },
];
