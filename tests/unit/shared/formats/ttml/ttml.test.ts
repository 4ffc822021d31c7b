import { fromXML } from 'imsc/src/main/js/doc.js';
import { generateISD, type ImscNode } from 'imsc/src/main/js/isd.js';
import { describe, expect, test } from 'vitest';
import { parseTtml } from '../../../../../shared/formats/ttml/parse';
import { writeTtml } from '../../../../../shared/formats/ttml/write';

const CUES = [
  {
    startMs: 500,
    endMs: 2005,
    text: 'Two <i>lines\nof</i> <text> & more',
    position: 'bottom',
    speaker: 'Speaker A',
  },
  { startMs: 3000, endMs: 4000, text: '  مرحبا  ', position: 'top', speaker: null },
] as const;

/** What imsc, the W3C's reference player, shows at a time: text by region, and its styles. */
function shown(xml: string, seconds: number) {
  const said: string[] = [];
  const say = (message: string) => said.push(message) < 0;
  const handler = { info: say, warn: say, error: say, fatal: say };
  const document = fromXML(xml, handler);
  const isd = generateISD(document, seconds, handler);
  return { said, text: textIn(isd), times: document?.getMediaTimeEvents(), isd };
}
function textIn({ kind, text = '', contents = [] }: ImscNode): string {
  return kind === 'br' ? '\n' : text + contents.map(textIn).join('');
}

describe('writeTtml', () => {
  const { text } = writeTtml(CUES, { language: 'ar', direction: 'rtl' });
  test('imsc reads it without a word and shows it when it should', () => {
    expect(shown(text, 1)).toMatchObject({
      said: [],
      text: 'Two lines\nof <text> & more',
      times: [0, 0.5, 2.005, 3, 4],
    });
    expect(shown(text, 3.5).text).toBe('  مرحبا  ');
    expect(shown(text, 2.5).text).toBe('');
  });
  test('imsc finds the italics and the regions', () => {
    expect(JSON.stringify(shown(text, 1).isd)).toContain('"italic"');
    const at = (seconds: number) => JSON.stringify(shown(text, seconds).isd);
    expect(at(1)).toContain('displayAlign":"after"');
    expect(at(3.5)).toContain('displayAlign":"before"');
  });
  test('no person is named unless a cue names one', () => {
    const unnamed = writeTtml([{ ...CUES[0], speaker: null }], { language: null, direction: 'ltr' }).text;
    expect(unnamed).not.toMatch(/agent|title|creator|copyright/);
  });
  test('it reads back', () =>
    expect(parseTtml(text)).toEqual({ cues: [...CUES], issues: [], language: 'ar' }));
});

const tt = (body: string, more = '') =>
  `<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="p" xmlns:tts="s" xml:lang="en" ${more}>${body}</tt>`;
const times = (xml: string) => parseTtml(xml).cues.map(({ startMs, endMs }) => [startMs, endMs]);
const p = (attributes: string) =>
  tt(`<body><div><p ${attributes}>x</p></div></body>`, 'ttp:frameRate="25" ttp:tickRate="1000"');

describe('parseTtml', () => {
  test.each([
    ['begin="00:00:01.5" end="00:00:02"', [1500, 2000]],
    ['begin="00:00:01:05" dur="1s"', [1200, 2200]],
    ['begin="1.5s" end="90m"', [1500, 5_400_000]],
    ['begin="10f" end="2000t"', [400, 2000]],
    ['begin="250ms" dur="0.5h"', [250, 1_800_250]],
  ])('time %s', (attributes, expected) => expect(times(p(attributes))).toEqual([expected]));
  test('times of outer elements are added and bound inner ones', () =>
    expect(
      times(tt('<body begin="1h"><div begin="1s" end="5s"><p begin="1s" end="9s">x</p></div></body>')),
    ).toEqual([[3_602_000, 3_605_000]]));
  test('frame rate multiplier', () =>
    expect(
      times(
        tt(
          '<body><div><p begin="00:00:00:15" end="00:00:02:00">x</p></div></body>',
          'ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"',
        ),
      ),
    ).toEqual([[501, 2000]]));
  test('white space collapses unless it is preserved', () => {
    const cue = (attributes: string) =>
      parseTtml(tt(`<body><div><p begin="0s" end="1s" ${attributes}>\n  a  b <br/>\n c </p></div></body>`))
        .cues[0]?.text;
    expect(cue('')).toBe('a b\nc');
    expect(cue('xml:space="preserve"')).toBe('  a  b \n c ');
  });
  test('timed spans of an untimed paragraph are cues', () =>
    expect(
      times(
        tt(
          '<body><div><p><span begin="0s" end="1s">a</span><span begin="1s" end="2s">b</span></p></div></body>',
        ),
      ),
    ).toEqual([
      [0, 1000],
      [1000, 2000],
    ]));
  test('italics through styles, top through regions in pixels and nested styles', () => {
    const head =
      '<head><styling><style xml:id="a" tts:fontStyle="italic"/><style xml:id="b" style="a"/></styling><layout><region xml:id="r"><style tts:origin="10px 20px"/><style tts:extent="300px 50px"/></region></layout></head>';
    const { cues } = parseTtml(
      tt(
        `${head}<body region="r"><div><p begin="0s" end="1s" style="b">x</p></div></body>`,
        'tts:extent="640px 360px"',
      ),
    );
    expect(cues[0]).toMatchObject({ text: '<i>x</i>', position: 'top' });
  });
  test.each([
    ['<tt', 'not-xml'],
    ['<html/>', 'not-ttml'],
    [p('begin="soon" end="1s"'), 'ttml-time'],
    [p('begin="1s"'), 'ttml-untimed'],
    [`<!DOCTYPE tt [<!ENTITY x SYSTEM "file:///etc/passwd">]>${p('begin="0s" end="1s"')}`, 'xml-doctype'],
    [tt('<body><div><p begin="0s" end="1s"><span tts:color="red">x</span></p></div></body>'), 'ttml-style'],
  ])('%s is said', (xml, code) => expect(parseTtml(xml).issues.map((issue) => issue.code)).toContain(code));
  test('what stands before a fault is read', () => {
    const cut = p('begin="0s" end="1s"').replace('</div>', '<p begin="2s"');
    expect(parseTtml(cut)).toMatchObject({ cues: [{ text: 'x' }], issues: [{ code: 'not-xml' }] });
  });
  test('entities are five and no more', () =>
    expect(parseTtml(p('begin="0s" end="1s"').replace('>x<', '>&lt;&#x416;&nbsp;&#0;<')).cues[0]?.text).toBe(
      '<Ж&nbsp;�',
    ));
  test('a hostile megabyte is read in linear time', () => {
    const hostile = ['<!--', '<a ', '<a>', '&#', '<p begin="', '<![CDATA['].map((part) =>
      part.repeat(200_000),
    );
    const start = performance.now();
    for (const text of hostile) parseTtml(text);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
