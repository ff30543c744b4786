import { audiences, sheetKinds, type Sheet } from '../../protocol/help-sheets';

/** What a file of docs/help says of itself above its text. */
export interface FrontMatter extends Omit<Sheet, 'blocks'> {
  /** Sheets stand in this order. */
  readonly order: number;
}

/**
 * Cuts a help sheet into what it says of itself and its text.
 * @param file its name, for faults
 * @throws Error when something is missing or is none of what it may be
 */
export function frontMatterOf(file: string, source: string): { matter: FrontMatter; text: string } {
  const { head, need, said, text } = headOf(file, source);
  const kind = oneOf(file, sheetKinds, need('kind'));
  const screens = (said.get('screens') ?? '').split(' ').filter(Boolean);
  return { matter: { ...head, kind, screens }, text };
}

/** What every file of help says of itself. */
export interface Head {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly for: Sheet['for'];
  readonly order: number;
}

/** The same of any file of help. @throws Error as above */
export function headOf(file: string, source: string) {
  const cut = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source);
  if (!cut) throw new Error(`${file}: it does not begin with front matter between two lines of ---`);
  const [, above = '', text = ''] = cut;
  const said = new Map(above.split('\n').map((line) => pair(file, line)));
  const need = (key: string): string => {
    const value = said.get(key);
    if (!value) throw new Error(`${file}: front matter says no ${key}`);
    return value;
  };
  const id = need('id');
  if (`${id}.md` !== file) throw new Error(`${file}: its id is ${id}, so it should be called ${id}.md`);
  const head: Head = {
    id,
    title: need('title'),
    summary: need('summary'),
    for: oneOf(file, audiences, need('for')),
    order: Number(need('order')),
  };
  return { head, need, said, text };
}

function pair(file: string, line: string): [key: string, value: string] {
  const at = line.indexOf(':');
  if (at < 1) throw new Error(`${file}: "${line}" is no line of front matter`);
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

function oneOf<const T extends string>(file: string, all: readonly T[], value: string): T {
  const found = all.find((one) => one === value);
  if (!found) throw new Error(`${file}: "${value}" is none of ${all.join(', ')}`);
  return found;
}
