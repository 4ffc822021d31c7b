import { describe, expect, it } from 'vitest';
import { parseSubtitles } from '../../../../shared/formats/document/read';
import { cueBlocks } from '../../../../shared/formats/document/write';
import { writeTimes } from '../../../../shared/retime/write-times';

function shifted(text: string, name: string, ms: number): string {
  const document = parseSubtitles(text, name);
  const times = cueBlocks(document).map(({ startMs, endMs }) => ({
    startMs: startMs + ms,
    endMs: endMs + ms,
  }));
  return writeTimes(document, times);
}

describe('writeTimes', () => {
  it('exchanges nothing but times', () => {
    const text =
      '\ufeff7\r\n00:00:01,000  -->  00:00:02,000  X1:10 X2:20\r\n<font color="red">Один </font>\r\n- два  \r\n\r\n\r\n\r\n8\r\n00:00:03,000 --> 00:00:04,000\r\n00:00 --- \r\n';
    expect(shifted(text, 'a.srt', 500)).toBe(
      text
        .replace('01,000', '01,500')
        .replace('02,000', '02,500')
        .replace('03,000', '03,500')
        .replace('04,000', '04,500'),
    );
  });

  it('keeps notes, styles and settings of WebVTT', () => {
    const text =
      'WEBVTT - a --> title\n\nSTYLE\n::cue { color: red }\n\nNOTE 00:01.000 is early\n\nintro\n00:01.000 --> 00:02.000 line:0 align:start\n<v Anna>Hi &amp; bye\n';
    expect(shifted(text.replace(' a --> title', ''), 'a.vtt', 1000)).toBe(
      text.replace(' a --> title', '').replace('00:01.000 --> 00:02.000', '00:00:02.000 --> 00:00:03.000'),
    );
  });

  it('writes oddly written times anew', () => {
    const text = '1\n0:00:01.5 -> 0:00:02\nHello\n\n2\n00:00:03,000 --> 00:00:04,000\nBye\n';
    const read = cueBlocks(parseSubtitles(shifted(text, 'a.srt', 250), 'a.srt'));
    expect(read.map(({ startMs, endMs, text: own }) => [startMs, endMs, own])).toEqual([
      [1750, 2250, 'Hello'],
      [3250, 4250, 'Bye'],
    ]);
  });

  it('takes out cues without a time, and keeps the file as it is where nothing changes', () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo\n';
    const document = parseSubtitles(text, 'a.srt');
    expect(writeTimes(document, [null, { startMs: 3000, endMs: 4000 }])).toBe(
      text.slice(text.indexOf('2\n00')),
    );
    expect(shifted(text, 'a.srt', 0)).toBe(text);
  });

  it('refuses negative times', () => {
    expect(() => shifted('1\n00:00:01,000 --> 00:00:02,000\nOne\n', 'a.srt', -5000)).toThrow(RangeError);
  });
});
