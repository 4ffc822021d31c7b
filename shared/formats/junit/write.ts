/** One case of a JUnit report: passed, failed with a sentence, or skipped with a reason. */
export interface JunitCase {
  readonly name: string;
  readonly failure: { readonly type: string; readonly message: string } | null;
  readonly skipped: string | null;
}

export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

/**
 * A report as JUnit XML (`testsuites` of `testsuite` of `testcase`, the form of Ant's and Jenkins' schema), UTF-8. Characters that
 * XML 1.0 cannot hold become U+FFFD.
 */
export function writeJunit(name: string, suites: readonly JunitSuite[]): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  lines.push(`<testsuites${attribute('name', name)}${totals(suites.flatMap(({ cases }) => cases))}>`);
  for (const suite of suites) {
    lines.push(`  <testsuite${attribute('name', suite.name)}${totals(suite.cases)}>`);
    for (const one of suite.cases) lines.push(...caseLines(suite.name, one));
    lines.push('  </testsuite>');
  }
  return [...lines, '</testsuites>', ''].join('\n');
}

function caseLines(suite: string, { name, failure, skipped }: JunitCase): string[] {
  const open = `    <testcase${attribute('classname', suite)}${attribute('name', name)} time="0"`;
  if (failure)
    return [
      `${open}>`,
      `      <failure${attribute('type', failure.type)}${attribute('message', failure.message)}/>`,
      '    </testcase>',
    ];
  if (skipped !== null)
    return [`${open}>`, `      <skipped${attribute('message', skipped)}/>`, '    </testcase>'];
  return [`${open}/>`];
}

function totals(cases: readonly JunitCase[]): string {
  const failures = cases.filter(({ failure }) => failure !== null).length;
  const skipped = cases.filter((one) => one.skipped !== null).length;
  return ` tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}" time="0"`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Everything but XML 1.0's Char (production 2), lone surrogates included. */
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

function attribute(name: string, value: string): string {
  const text = value
    .replace(IMPOSSIBLE, '\ufffd')
    .replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? character);
  return ` ${name}="${text}"`;
}
