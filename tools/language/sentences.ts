import ts from 'typescript';

/** One sentence of a module of words: where it stands, what it says, and which of the things given to it it uses. */
export interface Sentence {
  /** "lock.errors.who" */
  readonly path: string;
  /** the written text, each hole as "…" */
  readonly texts: readonly string[];
  /** positions of the parameters that are used */
  readonly uses: readonly number[];
}

/** Every exported sentence of a source file by its path. */
export function sentencesOf(source: string): Map<string, Sentence> {
  const file = ts.createSourceFile('words.ts', source, ts.ScriptTarget.ES2022, true);
  const found = new Map<string, Sentence>();
  const keep = (path: string, node: ts.Node, parameters: readonly ts.ParameterDeclaration[]) =>
    found.set(path, { path, texts: textsIn(node), uses: usesIn(node, parameters) });
  const visit = (path: string, written: ts.Node): void => {
    const node = bare(written);
    if (ts.isObjectLiteralExpression(node)) {
      for (const one of node.properties)
        if (ts.isPropertyAssignment(one)) visit(`${path}.${nameOf(one.name)}`, one.initializer);
        else if (ts.isShorthandPropertyAssignment(one)) keep(`${path}.${one.name.text}`, one, []);
    } else if (ts.isArrayLiteralExpression(node)) {
      node.elements.forEach((one, at) => visit(`${path}.${String(at)}`, one));
    } else if (ts.isArrowFunction(node)) keep(path, node.body, node.parameters);
    else keep(path, node, []);
  };
  for (const statement of file.statements) {
    if (!ts.canHaveModifiers(statement)) continue;
    if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (initializer) visit(name.getText(), initializer);
    if (ts.isFunctionDeclaration(statement) && statement.body)
      keep(statement.name?.text ?? '', statement.body, statement.parameters);
  }
  return found;
}

/** Without `satisfies …`, `as const` and brackets. */
function bare(node: ts.Node): ts.Node {
  return ts.isSatisfiesExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node)
    ? bare(node.expression)
    : node;
}

const nameOf = (name: ts.PropertyName): string =>
  ts.isStringLiteralLike(name) || ts.isIdentifier(name) ? name.text : name.getText();

function textsIn(root: ts.Node): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    // What a value is compared with is a code.
    if (ts.isBinaryExpression(node) && /[=<>]/.test(node.operatorToken.getText())) return;
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
    ts.forEachChild(node, visit);
  };
  visit(root);
  return texts.filter((text) => /\p{L}{2}/u.test(text));
}

function usesIn(root: ts.Node, parameters: readonly ts.ParameterDeclaration[]): number[] {
  const names = parameters.map(({ name }) => name.getText());
  const used = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && names.includes(node.text)) used.add(names.indexOf(node.text));
    ts.forEachChild(node, visit);
  };
  visit(root);
  return [...used].sort();
}
