import { describe, expect, it } from 'vitest';
import { humanText } from '../../../build/check-text.mjs';

const found = (jsx: string) => humanText('x.tsx', `const x = ${jsx};`).map(([, text]) => text);

describe('humanText', () => {
  it.each([
    ['<p>Hello</p>', ['Hello']],
    ['<p>{"Hello"}</p>', ['Hello']],
    ['<p>{a ? "Yes" : "No"}</p>', ['Yes', 'No']],
    ['<p>{a && `Hi ${b} there`}</p>', ['Hi', 'there']],
    ['<p>{a ?? "none"}</p>', ['none']],
    ['<b title="Close" />', ['Close']],
    ['<b aria-label={a ? "Open" : t("x")} />', ['Open']],
    ['<b label="Имя" />', ['Имя']],
  ])('finds text in %s', (jsx, expected) => expect(found(jsx)).toEqual(expected));

  it.each([
    '<p>{t("app.name")}</p>',
    '<p> · </p>',
    '<p>{a ? "" : "×"}</p>',
    '<p className="wide">{n}</p>',
    '<Banner tone="danger" />',
    '<p>{t(a ? "x.y" : "x.z")}</p>',
  ])('finds none in %s', (jsx) => expect(found(jsx)).toEqual([]));

  it('names the line', () => {
    expect(humanText('x.tsx', 'const x = (\n  <p>\n    Hello\n  </p>\n);')).toEqual([[3, 'Hello']]);
  });
});
