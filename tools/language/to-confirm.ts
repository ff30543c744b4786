import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentencesOf } from './sentences.ts';

/** A wrong word in one of these could leave a child without help. */
const OF_A_CHILD =
  /danger|999|safeguard|child|\btold\b|\btell\b|in person|secret|hurt|injur|body map|adult|\bhead\b|\bchair\b|\balert|concern/i;
const FOLDERS = ['client/strings', 'protocol/words'];
const HEAD = `# Welsh to confirm

Made by \`npx tsx tools/make-welsh-list.ts\`. Nobody who translates for safeguarding has read the Welsh below, so no school is offered
it ([decision 23](decisions/0023-words-in-another-language.md)). Whoever does: change the sentence in \`client/strings-cy\` or
\`protocol/words-cy\`, and make this page again. A hole (…) takes a name, a number or a time; counts have forms of their own
(\`client/strings-cy/nouns.ts\`).
`;

interface Pair {
  readonly path: string;
  readonly english: string;
  readonly welsh: string;
}

/** Every Welsh sentence beside its English, those about a child first, as Markdown. @param root the project */
export function toConfirm(root: string): string {
  const pairs = FOLDERS.flatMap((folder) => pairsOf(root, folder));
  const first = pairs.filter(({ english }) => OF_A_CHILD.test(english));
  const rest = pairs.filter((pair) => !first.includes(pair));
  return [
    HEAD,
    `## Words about a child, and whom to tell: ${String(first.length)}\n`,
    ...first.map(line),
    `\n## All others: ${String(rest.length)}\n`,
    ...rest.map(line),
    '',
  ].join('\n');
}

const line = ({ path, english, welsh }: Pair): string => `- \`${path}\`<br>${english}<br>${welsh}`;

function pairsOf(root: string, folder: string): Pair[] {
  const names = readdirSync(join(root, `${folder}-cy`)).sort();
  return names.flatMap((name) => {
    const [there, here] = [folder, `${folder}-cy`].map((one) => {
      const file = join(root, one, name);
      return sentencesOf(existsSync(file) ? readFileSync(file, 'utf8') : '');
    });
    return [...(here ?? [])].flatMap(([path, { texts }]) => {
      const english =
        there
          ?.get(path)
          ?.texts.map((text) => text.trim())
          .join(' / ') ?? '';
      return english === '' || texts.length === 0
        ? []
        : [
            {
              path: `${name.slice(0, -3)}: ${path}`,
              english,
              welsh: texts.map((text) => text.trim()).join(' / '),
            },
          ];
    });
  });
}
