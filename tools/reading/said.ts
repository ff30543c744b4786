import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What a file says to people: sentences and labels. */
export interface Said {
  /** path below the root */
  readonly file: string;
  /** What stands in a hole of a sentence is written as "5": mostly it is a number or a name. */
  readonly texts: readonly string[];
}

/** Folders and files of the words that a person reads on a screen, on paper or in a mail. */
const FOLDERS = ['client/strings', 'protocol/words', 'server/messages/templates', 'authenticator/strings'];
const FILES = ['protocol/problems.ts', 'server/papers/words.ts'];
/** Of a schema, what it says when something does not fit. Its other texts are codes and lines of docs/API.md. */
const SENTENCE = /^\p{Lu}.* .*[.?]$/u;
/** Codes, icons and addresses are no words. */
const CODE = /^[a-z0-9_./:#-]*$/;

/** Every text of the product, file by file. @param root the project */
export function saidByProduct(root: string): Said[] {
  const files = [...FOLDERS.flatMap((folder) => filesBelow(root, folder, '.ts')), ...FILES];
  return [
    ...files.map((file) => ({ file, texts: textsOf(readFileSync(join(root, file), 'utf8')) })),
    ...saidOfFaults(root, files),
  ];
}

/** What the schemas of the contract say of what does not fit. */
function saidOfFaults(root: string, known: readonly string[]): Said[] {
  return filesBelow(root, 'protocol', '.ts')
    .filter((file) => !known.includes(file) && !file.startsWith('protocol/words'))
    .map((file) => {
      const source = readFileSync(join(root, file), 'utf8').replaceAll(/^ *summary:\s*(['"`]).*?\1,$/gms, '');
      return { file, texts: textsOf(source).filter((text) => SENTENCE.test(text)) };
    })
    .filter(({ texts }) => texts.length > 0);
}

/** Every line of help and of what has changed, without its marks; a word of somebody else (_Incident_) is left out. */
export function saidByHelp(root: string): Said[] {
  return [...filesBelow(root, 'docs/help', '.md'), 'CHANGELOG.md'].map((file) => ({
    file,
    texts: readFileSync(join(root, file), 'utf8')
      .replace(/^---\n[^]*?\n---\n/, '')
      .replaceAll(/!(?=\[)|\]\([^)]*\)|_[^_]+_|[*#>[]|^ *(-|\d+\.) /gm, '')
      .split(/\n|\|/)
      .map((line) => line.trim())
      .filter((line) => /\p{L}/u.test(line)),
  }));
}

/** The texts of one source file. */
export function textsOf(source: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isPropertyAssignment(node)) {
      visit(node.initializer);
      return;
    }
    if (ts.isStringLiteralLike(node) && !CODE.test(node.text)) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('5'));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('words.ts', source, ts.ScriptTarget.ES2022));
  return texts.filter((text) => /\p{L}{2}/u.test(text));
}

function filesBelow(root: string, folder: string, ending: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true }) as string[];
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`);
}
