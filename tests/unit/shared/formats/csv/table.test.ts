import { describe, expect, test } from 'vitest';
import { parseTable } from '../../../../../shared/formats/csv/parse';
import { writeTable } from '../../../../../shared/formats/csv/write';

const cue = (text: string) => ({
  startMs: 1000,
  endMs: 2500,
  text,
  position: 'top' as const,
  speaker: 'Aya',
});

describe('writeTable', () => {
  test('a header, and cells quoted where they must be', () =>
    expect(writeTable([cue('He said "no",\n<i>twice</i>')], 'csv').text).toBe(
      'number,start,end,speaker,position,text\n1,00:00:01.000,00:00:02.500,Aya,top,"He said ""no"",\n<i>twice</i>"\n',
    ));
  test('no spreadsheet runs a text', () => {
    const { text, issues } = writeTable([cue('=HYPERLINK("http://x")'), cue('- Yes.'), cue("'+1")], 'tsv');
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text).toContain("\t'- Yes.\n");
    expect(issues.map(({ code }) => code)).toEqual(['formula-guard']);
    expect(parseTable(text).cues.map((each) => each.text)).toEqual([
      '=HYPERLINK("http://x")',
      '- Yes.',
      "'+1",
    ]);
  });
});

describe('parseTable', () => {
  test.each([
    ['Start Time;End Time;Subtitle\n00:00:01,000;00:00:02,5;Hi', { startMs: 1000, endMs: 2500, text: 'Hi' }],
    ['in\tduration\ttext\n1.5\t2\tHi', { startMs: 1500, endMs: 3500, text: 'Hi' }],
    ['1,00:01,00:02,"Hi, you"', { startMs: 1000, endMs: 2000, text: 'Hi, you' }],
    ['\ufeffstart,end,text\r\n1,2,"a\r\n\r\nb"\r\n', { text: 'a\nb' }],
  ])('%j', (text, expected) => expect(parseTable(text).cues).toMatchObject([expected]));
  test('rows without times, unknown columns and open quotes are said', () => {
    const { issues } = parseTable('start,end,text,colour\nsoon,2,a,red\n1,2,"open');
    expect(issues.map(({ line, code }) => [line, code])).toEqual([
      [0, 'table-quote'],
      [1, 'table-column-not-kept'],
      [2, 'table-row'],
    ]);
  });
});
