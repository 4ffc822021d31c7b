/** What `outspoken check` found, as text, JSON and JUnit XML. */
import { AppError } from '../../../shared/api/errors';
import { rules } from '../../../shared/checks/check';
import type { Finding, Unchecked } from '../../../shared/domain/profile';
import type { JunitCase, JunitSuite } from '../../../shared/formats/junit/write';
import { formatMessage, isMessageKey } from '../../../shared/messages/index';
import { formatTime } from '../common/command-line/time';

/** One track measured by one profile. */
export interface TrackReport {
  readonly language: string;
  readonly cues: number;
  readonly profile: string;
  readonly findings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
}

function sentence({ messageKey, values }: Pick<Finding, 'messageKey' | 'values'>): string {
  if (!isMessageKey(messageKey)) throw new AppError('internal', { reason: `no message ${messageKey}` });
  return formatMessage(messageKey, values);
}

/** Lines for a person: each finding, then how many, then what was not looked at. */
export function textLines(name: string, report: TrackReport): string[] {
  const { language, cues, findings, unchecked } = report;
  const count = findings.length;
  return [
    ...findings.map((finding) => `${name} ${language} ${findingLine(finding)}`),
    count === 0
      ? formatMessage('cli.check.none', { cues })
      : formatMessage('cli.check.count', { findings: count, cues }),
    ...unchecked.map((one) => formatMessage('unchecked.line', { rule: one.rule, reason: sentence(one) })),
  ];
}

function findingLine(finding: Finding): string {
  const { number, startMs, severity, rule } = finding;
  return `#${number} ${formatTime(startMs)} ${severity} ${rule}: ${sentence(finding)}`;
}

/** The same as data, each with its sentence. */
export function asObject(report: TrackReport): Readonly<Record<string, unknown>> {
  const withMessage = <T extends Finding | Unchecked>(one: T) => ({ ...one, message: sentence(one) });
  return {
    ...report,
    findings: report.findings.map(withMessage),
    unchecked: report.unchecked.map(withMessage),
  };
}

/** A suite: a failed case for each finding, a skipped one for each rule not looked at, a passed one for each other rule. */
export function junitSuite(name: string, report: TrackReport): JunitSuite {
  const failed = report.findings.map((finding, index): JunitCase => {
    const message = `${formatTime(finding.startMs)} ${sentence(finding)}`;
    return {
      // The place among all findings makes it unique: one rule may find two faults in one cue.
      name: `${finding.rule} #${finding.number} (${index + 1})`,
      failure: { type: `${finding.severity}.${finding.rule}`, message },
      skipped: null,
    };
  });
  const skipped = report.unchecked.map((one): JunitCase => ({
    name: one.rule,
    failure: null,
    skipped: sentence(one),
  }));
  const told = new Set([...report.findings, ...report.unchecked].map(({ rule }) => rule));
  const passed = rules
    .filter((rule) => !told.has(rule.name))
    .map((rule): JunitCase => ({ name: rule.name, failure: null, skipped: null }));
  return { name: `${name} ${report.language} ${report.profile}`, cases: [...failed, ...skipped, ...passed] };
}
