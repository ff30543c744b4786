import ts from 'typescript';

/** Attributes and properties that a person reads or hears. */
const READ = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'heading',
  'hint',
  'label',
  'placeholder',
  'summary',
  'text',
  'title',
]);
const HOLE = '\u0001';
const WORD = /\p{L}{2}/u;

/** Words that stand in a template itself and not in client/strings, each with its line. */
export function bareWords(source: string): string[] {
  const file = ts.createSourceFile('element.ts', source, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ['html', 'svg'].includes(node.tag.getText())) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push(...wordsOf(node.template).map((words) => `${String(line)}: ${words}`));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function wordsOf(template: ts.TemplateLiteral): string[] {
  const spans = ts.isTemplateExpression(template) ? template.templateSpans : [];
  const head = ts.isTemplateExpression(template) ? template.head.text : template.text;
  const whole = [head, ...spans.map(({ literal }) => literal.text)].join(HOLE);
  const markup = whole.replaceAll(/<!--[^]*?-->|&[a-z]+;/g, '');
  const texts = markup.split(/<\/?[a-z][^<>]*>/i).map((text) => text.replaceAll(HOLE, ' '));
  const attributes = [...markup.matchAll(/\s[.?]?([a-z-]+)="([^"]*)"/gi)]
    .filter(([, name = '']) => READ.has(name.toLowerCase()))
    .map(([, , value = '']) => value.replaceAll(HOLE, ' '));
  const given = spans.flatMap(({ expression }, at) => {
    const before = [head, ...spans.slice(0, at).map(({ literal }) => literal.text)].join(HOLE);
    const inTag = /<[a-z][^<>]*$/i.exec(before)?.[0];
    const [, name = ''] = /\s[.?@]?([a-z-]+)=(?:"[^"]*)?$/i.exec(inTag ?? '') ?? [];
    return inTag !== undefined && !READ.has(name.toLowerCase()) ? [] : literalsOf(expression);
  });
  return [...texts, ...attributes, ...given].map((text) => text.trim()).filter((text) => WORD.test(text));
}

/** What an expression shows as it stands there: a text, or one of two. */
function literalsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  if (ts.isTemplateExpression(node))
    return [[node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' ')];
  return [];
}
