#!/usr/bin/env node
/**
 * Fails when a screen has human text of its own instead of a key of the message catalogue: letters between JSX tags, string
 * literals as JSX children, and literals in the attributes that people read or hear.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '..');
const READ_ATTRIBUTES = new Set([
  'title',
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'label',
  'lead',
  'help',
  'alt',
  'description',
]);
const LETTER = /\p{L}/u;

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (entry.name.endsWith('.tsx')) yield path;
  }
}

/** Literal strings an expression may come to: itself, both branches of a choice, parts of a template. */
function* literals(node) {
  if (!node) return;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) yield node;
  else if (ts.isTemplateExpression(node)) {
    yield node.head;
    for (const span of node.templateSpans) yield span.literal;
  } else if (ts.isConditionalExpression(node)) {
    yield* literals(node.whenTrue);
    yield* literals(node.whenFalse);
  } else if (ts.isParenthesizedExpression(node)) yield* literals(node.expression);
  else if (ts.isBinaryExpression(node)) {
    if (node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) yield* literals(node.left);
    yield* literals(node.right);
  }
}

/** `[line, text]` of every piece of human text in a file. Exported for its test. */
export function humanText(fileName, text) {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found = [];
  const add = (node, value) => {
    if (!LETTER.test(value)) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push([line + 1, value.trim().replace(/\s+/g, ' ')]);
  };
  const visit = (node) => {
    if (ts.isJsxText(node)) add(node, node.text);
    if (ts.isJsxExpression(node) && node.parent && !ts.isJsxAttribute(node.parent))
      for (const literal of literals(node.expression)) add(literal, literal.text);
    if (ts.isJsxAttribute(node) && READ_ATTRIBUTES.has(node.name.getText(file))) {
      const value = node.initializer;
      const expression = value && ts.isJsxExpression(value) ? value.expression : value;
      for (const literal of literals(expression)) add(literal, literal.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function main() {
  const faults = [];
  for (const path of sources(join(root, 'renderer')))
    for (const [line, text] of humanText(path, readFileSync(path, 'utf8')))
      faults.push(`${relative(root, path)}:${line}: “${text}” belongs in shared/messages`);
  if (faults.length) {
    console.error(faults.join('\n'));
    process.exit(1);
  }
  console.log('text: every text comes from the message catalogue');
}

if (process.argv[1] === import.meta.filename) main();
