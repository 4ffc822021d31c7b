import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../../../../electron/services/transcript/read';
import { docxOf, paragraphsXml, zipOf } from './docx-file';

const file = (name: string, content: string | Buffer, language = 'en', encoding: string | null = null) =>
  readTranscript({ bytes: Buffer.from(content), name }, language, encoding);

async function short(draft: ReturnType<typeof file>): Promise<string[]> {
  const { speakers, paragraphs } = await draft;
  return paragraphs.map(({ speaker, hintMs, text }) => {
    const name = speaker === null ? '' : (speakers[speaker]?.name ?? '?');
    return `${name}${hintMs === null ? '' : ` @${hintMs}`}|${text}`;
  });
}

describe('readTranscript reads text', () => {
  it('in any encoding, and says which', async () => {
    const draft = await file(
      'a.txt',
      Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
      'ru',
      'windows-1251',
    );
    expect(draft.paragraphs[0]?.text).toBe('Привет');
    expect(draft.encoding?.encoding).toBe('windows-1251');
  });

  it('pasted, without an encoding', async () => {
    const draft = await readTranscript({ text: 'Anna: Hi.\nBoris: Hello.' }, 'en', null);
    expect(draft).toMatchObject({
      speakers: [{ name: 'Anna' }, { name: 'Boris' }],
      cues: null,
      encoding: null,
      issues: [],
    });
  });

  it('under an unknown or a wrong name', async () => {
    expect(await short(file('notes.transcript', 'Hello there.'))).toEqual(['|Hello there.']);
    expect(await short(file('notes', 'Hello there.'))).toEqual(['|Hello there.']);
    expect(await short(file('notes.srt', 'Hello there.'))).toEqual(['|Hello there.']);
  });
});

describe('readTranscript reads Word files', () => {
  it('keeps paragraphs, line breaks and table cells', async () => {
    const row = (...cells: string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraphsXml(cell)}</w:tc>`).join('')}</w:tr>`;
    const body = `${paragraphsXml('Anna:\nWe &lt;all&gt; were born here &amp; stay.', 'This is our land.', 'Boris: Yes.')}<w:tbl>${row('Anna', 'No.')}${row('Boris', 'Why?')}</w:tbl>`;
    expect(await short(file('interview.docx', docxOf(body)))).toEqual([
      'Anna|We <all> were born here & stay.',
      'Anna|This is our land.',
      'Boris|Yes.',
      'Anna|No.',
      'Boris|Why?',
    ]);
  });

  it('takes tracked insertions and leaves deletions', async () => {
    const body =
      '<w:p><w:r><w:t xml:space="preserve">We </w:t></w:r><w:del w:id="1"><w:r><w:delText>left.</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>stay.</w:t></w:r></w:ins></w:p>';
    expect(await short(file('a.docx', docxOf(body)))).toEqual(['|We stay.']);
  });

  it.each<[string, Buffer, string]>([
    ['cut off', docxOf(paragraphsXml('We stay.')).subarray(0, 300), 'unreadable-text'],
    ['of text', Buffer.from('We stay.'), 'unreadable-text'],
    ['without a document', zipOf({ 'a.xml': '<a/>' }), 'unreadable-text'],
    ['with a broken document', zipOf({ 'word/document.xml': '<w:document' }), 'unreadable-text'],
    ['from before 2007 or locked', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'unreadable-text'],
    ['that unpacks to 60 MB', zipOf({ 'word/document.xml': ' '.repeat(60 * 1024 * 1024) }, 10), 'too-large'],
  ])('refuses one %s', async (_, bytes, code) => {
    await expect(file('a.docx', bytes)).rejects.toMatchObject({ code, detail: { name: 'a.docx' } });
  });
});

describe('readTranscript reads subtitles', () => {
  const srt =
    '1\n00:00:01,000 --> 00:00:02,000\n<i>We were\n\n2\n00:00:02,100 --> 00:00:03,000\nborn here.</i>\n\n3\n00:00:09,000 --> 00:00:10,000\n- Really?\n- Yes.\n';

  it('as cues and as paragraphs with time hints', async () => {
    const draft = await file('a.srt', srt);
    expect(draft.cues).toHaveLength(3);
    expect(draft.cues?.[0]).toMatchObject({ startMs: 1000, endMs: 2000 });
    expect(await short(Promise.resolve(draft))).toEqual([
      ' @1000|We were born here.',
      ' @9000|- Really?',
      ' @9000|- Yes.',
    ]);
  });

  it('pasted and under another name', async () => {
    expect((await readTranscript({ text: srt }, 'en', null)).cues).toHaveLength(3);
    expect((await file('a.txt', srt)).cues).toHaveLength(3);
  });

  it('with voices', async () => {
    const vtt =
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>We were born\n\n00:02.000 --> 00:03.000\n<v Anna>here.\n\n00:03.000 --> 00:04.000\n<v Boris>Yes.\n';
    expect(await short(file('a.vtt', vtt))).toEqual(['Anna @1000|We were born here.', 'Boris @3000|Yes.']);
  });

  it('with labels in the text', async () => {
    const labelled = ['Anna: We stay.', 'Boris: Why?', 'Anna: It is our land.', 'Boris: Yes.']
      .map((text, index) => `${index + 1}\n00:00:0${index},000 --> 00:00:0${index},900\n${text}\n`)
      .join('\n');
    const draft = await file('a.srt', labelled);
    expect(await short(Promise.resolve(draft))).toEqual([
      'Anna @0|We stay.',
      'Boris @1000|Why?',
      'Anna @2000|It is our land.',
      'Boris @3000|Yes.',
    ]);
    expect(draft.cues?.[0]?.text).toBe('Anna: We stay.');
  });

  it('of any number, in one breath', async () => {
    const cues = Array.from({ length: 30_000 }, (_, index) => {
      const time = (ms: number) => new Date(ms).toISOString().slice(11, 23).replace('.', ',');
      return `${index + 1}\n${time(index * 1000)} --> ${time(index * 1000 + 900)}\nand we go on\n`;
    });
    const draft = await file('a.srt', cues.join('\n'));
    expect(draft.cues).toHaveLength(30_000);
    expect(draft.paragraphs).toHaveLength(1);
  });

  it('of ASS', async () => {
    const ass =
      '[Script Info]\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nDialogue: 0,0:00:01.00,0:00:02.00,Default,Anna,0,0,0,,We stay.\n';
    expect(await short(file('a.ass', ass))).toEqual(['Anna @1000|We stay.']);
  });
});

describe('readTranscript reads recognisers', () => {
  it.each<[string, unknown, string[]]>([
    [
      'Whisper',
      {
        text: 'x',
        segments: [
          { id: 0, start: 0.5, end: 1.2, text: ' We were' },
          { start: 1.2, end: 2, text: ' born here.' },
          { start: 2, end: 2, text: ' ' },
        ],
      },
      [' @500|We were born here.'],
    ],
    [
      'WhisperX',
      {
        segments: [
          { start: 0, end: 1, text: 'Hi.', speaker: 'SPEAKER_00', words: [] },
          { start: 1, end: 2, text: 'Yes.', speaker: 'SPEAKER_01' },
        ],
      },
      ['SPEAKER_00 @0|Hi.', 'SPEAKER_01 @1000|Yes.'],
    ],
    ['whisper.cpp', { transcription: [{ offsets: { from: 10, to: 900 }, text: ' Hi.' }] }, [' @10|Hi.']],
    [
      'AWS',
      {
        results: {
          items: [
            {
              type: 'pronunciation',
              start_time: '0.10',
              end_time: '0.5',
              alternatives: [{ content: 'Hi' }],
              speaker_label: 'spk_0',
            },
            { type: 'punctuation', alternatives: [{ content: ',' }] },
            {
              type: 'pronunciation',
              start_time: '0.6',
              end_time: '0.9',
              alternatives: [{ content: 'you' }],
              speaker_label: 'spk_0',
            },
          ],
        },
      },
      ['spk_0 @100|Hi, you'],
    ],
  ])('%s', async (_, json, expected) => {
    expect(await short(file('a.json', JSON.stringify(json)))).toEqual(expected);
  });
});

describe('readTranscript refuses', () => {
  it.each<[string, string | Buffer, string]>([
    ['a.txt', '', 'empty-file'],
    ['a.txt', ' \n\n', 'empty-transcript'],
    ['a.txt', Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 7, 8, 0, 1, 2]), 'unreadable-text'],
    ['a.txt', Buffer.alloc(50 * 1024 * 1024 + 1, 'a'), 'too-large'],
    ['a.doc', 'text', 'unknown-format'],
    ['a.pdf', 'text', 'unknown-format'],
    ['a.txt', '%PDF-1.7 text', 'unknown-format'],
    ['a.txt', '{\\rtf1 text}', 'unknown-format'],
    ['a.json', '{"a": 1}', 'unknown-format'],
    ['a.json', '{"segments": [', 'unknown-format'],
  ])('%s', async (name, content, code) => {
    await expect(file(name, content)).rejects.toMatchObject({ code });
  });

  it('pasted nothing', async () => {
    await expect(readTranscript({ text: '\n' }, 'en', null)).rejects.toMatchObject({
      code: 'empty-transcript',
    });
  });
});
