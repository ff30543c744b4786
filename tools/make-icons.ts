/**
 * Makes the icon sprites of Heed and of Heed Authenticator from lucide-static (ISC): one symbol for each name in
 * their `components/icon-names.ts`. Run it after changing a list; the result is committed,
 * so that a build needs no icon package. `npx tsx tools/make-icons.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const sprites = [
  { names: 'client/components/icon-names.ts', sprite: 'client/public/icons.svg' },
  { names: 'authenticator/components/icon-names.ts', sprite: 'authenticator/public/icons.svg' },
];

for (const { names, sprite } of sprites) {
  const { iconNames } = (await import(new URL(names, root).href)) as { iconNames: readonly string[] };
  const text = `<svg xmlns="http://www.w3.org/2000/svg">
<!-- Icons from lucide, ISC licence, https://lucide.dev/license -->
${iconNames.map(symbolOf).join('\n')}
</svg>
`;
  writeFileSync(new URL(sprite, root), text);
  console.log(`${sprite}: ${iconNames.length} icons, ${text.length} bytes`);
}

/** The shapes of one icon as a symbol. Colour and stroke come from the page's `.icon` rule. */
function symbolOf(name: string): string {
  const source = readFileSync(new URL(`node_modules/lucide-static/icons/${name}.svg`, root), 'utf8');
  const shapes = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(source)?.[1];
  if (shapes === undefined) throw new Error(`lucide-static has no shapes for "${name}"`);
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, '').replace(/ \/>/g, '/>')}</symbol>`;
}
