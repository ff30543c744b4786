import { lexer, type Token, type Tokens } from 'marked';
import type { Block, Picture, Span } from '../../protocol/help-sheets';

/** Where pictures lie and how large they are. */
export type PictureSize = (file: string) => { width: number; height: number };

/**
 * Markdown as blocks: headings of two levels, text, lists, tables, notes, pictures; in a line labels (**bold**), terms
 * (_italic_) and links.
 * @throws Error for anything else, HTML before all: a sheet says only what page and paper can show
 */
export function blocksOf(markdown: string, sizeOf: PictureSize): Block[] {
  return lexer(markdown).flatMap((token) => blockOf(token, sizeOf));
}

function blockOf(given: Tokens.Generic, sizeOf: PictureSize): Block[] {
  const token = given as unknown as
    | Tokens.Space
    | Tokens.Heading
    | Tokens.Paragraph
    | Tokens.Text
    | Tokens.List
    | Tokens.Table
    | Tokens.Blockquote;
  switch (token.type) {
    case 'space':
      return [];
    case 'heading':
      return [heading(token)];
    case 'paragraph':
    case 'text':
      return [paragraph(token, sizeOf)];
    case 'list':
      return [listOf(token, sizeOf)];
    case 'table':
      return [tableOf(token)];
    case 'blockquote':
      return [{ kind: 'note', blocks: inner(token.tokens, sizeOf) }];
    default:
      throw new Error(`a help sheet cannot show this: ${given.raw}`);
  }
}

const inner = (tokens: readonly Token[], sizeOf: PictureSize): Block[] =>
  tokens.flatMap((token) => blockOf(token as Tokens.Generic, sizeOf));

function heading({ depth, tokens }: Tokens.Heading): Block {
  const text = spansOf(tokens)
    .map((span) => (typeof span === 'string' ? span : 'label' in span ? span.label : ''))
    .join('');
  if (depth !== 2 && depth !== 3) throw new Error(`"${text}": a sheet has headings of levels 2 and 3`);
  return { kind: 'heading', level: depth, id: idOf(text), text };
}

/** The part of an address that names a heading. */
export function idOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** A paragraph that is one picture is that picture. */
function paragraph(token: Tokens.Paragraph | Tokens.Text, sizeOf: PictureSize): Block {
  const [only, ...more] = token.tokens ?? [];
  if (only?.type !== 'image' || more.length > 0) return { kind: 'text', spans: spansOf(token.tokens ?? []) };
  return pictureOf(only as Tokens.Image, sizeOf);
}

/** A picture of the folder of pictures. @throws Error where it has no words, or lies elsewhere */
export function pictureOf({ href, text: alt }: Tokens.Image, sizeOf: PictureSize): Picture {
  const file = /^(?:\.\.\/)?pictures\/([a-z0-9-]+\.png)$/.exec(href)?.[1];
  if (!file || alt === '') throw new Error(`a picture lies in pictures/ and has words beside it: ${href}`);
  return { kind: 'picture', file, alt, ...sizeOf(file) };
}

function listOf({ ordered, items }: Tokens.List, sizeOf: PictureSize): Block {
  return { kind: 'list', numbered: ordered, items: items.map(({ tokens }) => inner(tokens, sizeOf)) };
}

function tableOf({ header, rows }: Tokens.Table): Block {
  return {
    kind: 'table',
    head: header.map(({ tokens }) => spansOf(tokens)),
    rows: rows.map((row) => row.map(({ tokens }) => spansOf(tokens))),
  };
}

/** The stretches of a line. @throws Error for what a line cannot show */
export function spansOf(tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  for (const token of tokens) {
    const span = spanOf(token);
    const last = spans.at(-1);
    if (typeof span === 'string' && typeof last === 'string') spans[spans.length - 1] = last + span;
    else spans.push(span);
  }
  return spans;
}

function spanOf(given: Tokens.Generic): Span {
  const token = given as unknown as
    | Tokens.Text
    | Tokens.Escape
    | Tokens.Br
    | Tokens.Strong
    | Tokens.Em
    | Tokens.Link;
  switch (token.type) {
    case 'text':
    case 'escape':
      return token.text.replaceAll('\n', ' ');
    case 'br':
      return '\n';
    case 'strong':
      return { label: token.text };
    case 'em':
      return { term: token.text };
    case 'link':
      return { link: token.text, href: token.href };
    default:
      throw new Error(`a line of a help sheet cannot show this: ${given.raw}`);
  }
}
