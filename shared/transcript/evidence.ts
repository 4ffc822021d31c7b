import { isAllCapitals, isClearName, isUncased, nameKey, type Label } from './labels';
import type { Line } from './lines';

/** What the whole text says about its labels: one look over all lines decides which are speakers. */
interface Survey {
  /** Lines where a paragraph may begin. */
  starts: number;
  /** Of those, the ones with a candidate of each form. */
  readonly withForm: Map<Label['form'], number>;
  /** How often each name stands before a line, in each form. */
  readonly times: Map<string, number>;
  /** Number of the first line with text. */
  firstLine: number;
}

export type Verdict = 'speaker' | 'guess' | 'text';

/** A function that tells a speaker's label from text that looks like one. `guess` is a speaker that the person should look at. */
export function weighLabels(lines: readonly Line[]): (line: Line) => Verdict {
  const survey = surveyOf(lines);
  return (line) => (line.label ? weigh(line, line.label, survey) : 'text');
}

function surveyOf(lines: readonly Line[]): Survey {
  const survey: Survey = { starts: 0, withForm: new Map(), times: new Map(), firstLine: 0 };
  for (const line of lines) {
    if (line.text === '') continue;
    if (survey.firstLine === 0) survey.firstLine = line.number;
    if (line.opens) survey.starts++;
    if (!line.label) continue;
    const { form, name } = line.label;
    const key = timesKey(form, name);
    survey.times.set(key, (survey.times.get(key) ?? 0) + 1);
    if (line.opens) survey.withForm.set(form, (survey.withForm.get(form) ?? 0) + 1);
  }
  return survey;
}

function timesKey(form: Label['form'], name: string): string {
  return `${form} ${nameKey(name)}`;
}

function weigh(line: Line, label: Label, survey: Survey): Verdict {
  const recurs = (survey.times.get(timesKey(label.form, label.name)) ?? 0) >= 2;
  const share = (survey.withForm.get(label.form) ?? 0) / Math.max(1, survey.starts);
  switch (label.form) {
    case 'tag':
    case 'stamped':
      return 'speaker';
    case 'colon':
      return weighColon(line, label, recurs, share, survey);
    case 'bracket':
      if (recurs || share >= 0.5) return 'speaker';
      return line.opens && !label.alone && isClearName(label.name) ? 'guess' : 'text';
    case 'dash':
      return weighDash(line, label, recurs, share);
  }
}

function weighColon(line: Line, label: Label, recurs: boolean, share: number, survey: Survey): Verdict {
  if (recurs) return 'speaker';
  if (!line.opens) return 'text';
  if (label.alone || line.stamp || isClearName(label.name)) return 'speaker';
  if (share >= 0.5) return isUncased(label.name) ? 'guess' : 'speaker';
  return line.number === survey.firstLine && !isUncased(label.name) ? 'guess' : 'text';
}

/** “Москва — столица” and “ООН — это…” are sentences: a dash needs capitals and company, or a text wholly written so. */
function weighDash(line: Line, label: Label, recurs: boolean, share: number): Verdict {
  const letters = label.name.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2) return 'text';
  if (isAllCapitals(label.name) || isUncased(label.name)) {
    if (recurs && share >= 0.4) return 'speaker';
    if (!line.opens) return 'text';
    return share >= 0.5 && !isUncased(label.name) ? 'guess' : 'text';
  }
  return recurs && share >= 0.8 ? 'speaker' : 'text';
}
