import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../../../../electron/services/transcript/read';
import { inspectZip } from '../../../../../electron/services/transcript/zip-guard';
import type { Project } from '../../../../../shared/domain/project';
import { transcriptDocument } from '../../../../../shared/formats/transcript/document';
import { writeTranscript } from '../../../../../shared/formats/transcript/write';
import { parseXml, type XmlElement } from '../../../../../shared/formats/xml/parse';
import { elementsNamed, textOf } from '../../../../../shared/formats/ttml/layout';
import { sampleProject } from '../../../../support/sample-project';

const NASTY = 'Права <b>&amp; "حقوق" ]]> =1+1';
const project: Project = {
  ...sampleProject(),
  speakers: [
    { id: 's1', order: 0, name: 'Zhanar', pseudonym: 'Speaker A' },
    { id: 's2', order: 1, name: 'Gulzada', pseudonym: null },
  ],
};
project.paragraphs = project.paragraphs.map((paragraph, index) => ({
  ...paragraph,
  speakerId: index === 0 ? 's1' : 's2',
  language: index === 0 ? null : 'ar',
  words:
    index === 0
      ? paragraph.words
      : NASTY.split(' ').map((text, n) => ({
          id: `n${n}`,
          text,
          startMs: null,
          endMs: null,
          confidence: null,
        })),
}));
const document = transcriptDocument(project, { speakers: true, times: true });
const EXPECTED = {
  speakers: [{ name: 'Speaker A' }, { name: 'Gulzada' }],
  paragraphs: [
    { speaker: 0, text: 'We are engaged in human rights.', hintMs: 0 },
    { speaker: 1, text: NASTY },
  ],
};

describe.each(['txt', 'docx', 'json'] as const)('%s', (format) => {
  const bytes = writeTranscript(document, format);
  test('reads back: speakers, paragraphs, times', async () => {
    const draft = await readTranscript({ bytes, name: `x.${format}` }, 'en', null);
    expect(draft).toMatchObject(EXPECTED);
  });
  test('is the same every time and holds no name behind a pseudonym, no title', () => {
    expect(writeTranscript(document, format)).toEqual(bytes);
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Zhanar|Feminita|creator|dcterms|docProps/);
  });
});

test('docx is a sound ZIP of well-formed parts with a right-to-left paragraph', () => {
  const bytes = Buffer.from(writeTranscript(document, 'docx'));
  expect(inspectZip(bytes, 1_000_000)).toBe('sound');
  const xml = bytes.toString('utf8');
  for (const part of xml.match(/<\?xml[\s\S]*?(?=PK\u0003\u0004|PK\u0001\u0002)/g) ?? [])
    expect(parseXml(part).error).toBeNull();
  expect(xml).toContain('<w:bidi/>');
});

test('html is well-formed, names language and direction, and keeps text as text', () => {
  const { root, error } = parseXml(Buffer.from(writeTranscript(document, 'html')).toString('utf8'));
  expect(error).toBeNull();
  const paragraphs = elementsNamed(root as XmlElement, 'p');
  expect(paragraphs.map((p) => [p.attributes.get('lang'), p.attributes.get('dir')])).toEqual([
    [undefined, undefined],
    ['ar', 'rtl'],
  ]);
  expect(paragraphs.map((p) => elementsNamed(p, 'span').map(textOf).join())).toEqual([
    'We are engaged in human rights.',
    NASTY,
  ]);
});

test('without speakers and times neither is written', () => {
  const bare = transcriptDocument(project, { speakers: false, times: false });
  const text = Buffer.from(writeTranscript(bare, 'txt')).toString('utf8');
  expect(text).toBe(`We are engaged in human rights.\n\n${NASTY}\n`);
  expect(Buffer.from(writeTranscript(bare, 'json')).toString('utf8')).not.toMatch(/Speaker|Gulzada|\d{3}/);
});
