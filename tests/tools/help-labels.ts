import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Block, Sheet, Span } from '../../protocol/help-sheets';

/** Folders whose sentences a person reads on the screen or in a mail. */
const WORDS = ['client/strings', 'protocol/words', 'server/messages/templates', 'authenticator/strings'];
/** With less than this beside its holes, a sentence with holes would fit anything. */
const LEAST = 4;

/** What the product says: whole sentences, and sentences with holes. */
export class Product {
  readonly #whole = new Set<string>();
  readonly #holes: string[][] = [];

  constructor(root: string) {
    for (const folder of WORDS) for (const file of filesOf(join(root, folder))) this.#read(file);
  }

  /** Whether something stands on the screen exactly so. */
  says(label: string): boolean {
    return this.#whole.has(label) || this.#holes.some((parts) => asPattern(parts, true).test(label));
  }

  /** Whether these words stand in a sentence of the product. */
  mentions(words: string): boolean {
    const bare = words.replace(/[.,]$/, '');
    if ([...this.#whole].some((one) => one.includes(bare))) return true;
    return this.#holes.some(
      (parts) => parts.some((part) => part.includes(bare)) || asPattern(parts, true).test(words),
    );
  }

  #read(file: string): void {
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) this.#whole.add(node.text);
      if (ts.isTemplateExpression(node)) {
        const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
        if (parts.join('').replaceAll(/\W/g, '').length >= LEAST) this.#holes.push(parts);
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022));
  }
}

function asPattern(parts: readonly string[], whole: boolean): RegExp {
  const inner = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+');
  return new RegExp(whole ? `^${inner}$` : inner, 's');
}

function filesOf(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true }) as string[];
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name));
}

/** Every stretch of a sheet. */
export function spansOf({ blocks }: Sheet): Span[] {
  return blocks.flatMap(spansOfBlock);
}

function spansOfBlock(block: Block): readonly Span[] {
  switch (block.kind) {
    case 'text':
      return block.spans;
    case 'heading':
      return [block.text];
    case 'list':
      return block.items.flat().flatMap(spansOfBlock);
    case 'note':
      return block.blocks.flatMap(spansOfBlock);
    case 'table':
      return [...block.head, ...block.rows.flat()].flat();
    case 'picture':
      return [];
  }
}
