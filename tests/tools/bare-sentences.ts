import ts from 'typescript';

/** A sentence or label of two words and more, begun with a capital letter, a hole or a word in quotation marks. */
const SAID = /^(\[?\p{Lu}\p{L}*,? |(…|“\S+) \p{L}+ ).*\p{L}{2}/u;
/** What is thrown or logged for whoever runs the server; why a spreadsheet cannot be read is shown to whoever chose it. */
const FOR_THE_LOG = /(?<!Workbook)(Error|Fault)$|\blog\.|console\.|\.raw$/;

/** Sentences that stand in a file of the server itself, each with its line; what is thrown as a fault or logged is left out. */
export function bareSentences(source: string): string[] {
  const file = ts.createSourceFile('server.ts', source, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    const called = ts.isNewExpression(node) || ts.isCallExpression(node) ? node.expression.getText() : '';
    if (FOR_THE_LOG.test(called)) return;
    const text = textOf(node);
    if (text !== null && SAID.test(text)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push(`${String(line)}: ${text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}
