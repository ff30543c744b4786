import { isPdf, isPicture } from '../../../protocol/files/sniff';
import { paperWords, type FileKind } from '../words';

/** What of a file says what it is. */
export interface NamedFile {
  readonly fileId: string;
  readonly name: string;
  /** in bytes */
  readonly size: number;
  /** by its own first bytes; null until it is here */
  readonly type: string | null;
}

/** Where its first bytes do not say what a file is: what its name ends with. */
const endings: Readonly<Record<FileKind, readonly string[]>> = {
  picture: ['jpg', 'jpeg', 'png', 'webp', 'gif', 'heic', 'heif', 'bmp', 'tif', 'tiff'],
  pdf: ['pdf'],
  word: ['doc', 'docx', 'odt', 'rtf', 'pages'],
  sheet: ['xls', 'xlsx', 'ods', 'csv', 'numbers'],
  slides: ['ppt', 'pptx', 'odp', 'key'],
  sound: ['mp3', 'm4a', 'wav', 'aac', 'ogg', 'amr'],
  film: ['mp4', 'mov', 'avi', 'webm', 'm4v', '3gp'],
  mail: ['eml', 'msg'],
  text: ['txt', 'md'],
};

/**
 * Files by number in the place of their names: what somebody typed there names children in ways that no list of names finds
 * ("BSmith_statement.docx"). The same file has the same number throughout a paper, in the order in which they first appear.
 */
export class FileNumbers {
  readonly #numbers: Map<string, number>;

  /** @param known ids of files whose order is given already, the first being 1 */
  constructor(known: readonly string[] = []) {
    this.#numbers = new Map(known.map((id, at) => [id, at + 1]));
  }

  nameOf({ fileId, name, size, type }: NamedFile): string {
    const number = this.#numbers.get(fileId) ?? this.#numbers.size + 1;
    this.#numbers.set(fileId, number);
    return paperWords.fileNumber(number, kindOf(name, type ?? ''), paperWords.concern.size(size));
  }
}

function kindOf(name: string, type: string): FileKind | null {
  if (isPicture(type) || type === 'image/heic') return 'picture';
  if (isPdf(type)) return 'pdf';
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const kinds = Object.keys(endings) as FileKind[];
  return kinds.find((kind) => endings[kind].includes(ending)) ?? (type === 'text/plain' ? 'text' : null);
}
