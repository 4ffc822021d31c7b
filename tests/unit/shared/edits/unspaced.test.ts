/** Interviews in writing without spaces between words, through the edits of transcript and cues. */
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../../shared/domain/project';
import { mergeCues } from '../../../../shared/edits/cue-merge';
import { splitCue } from '../../../../shared/edits/cue-split';
import { breakCues } from '../../../../shared/edits/cue-texts';
import { makeSubtitles } from '../../../../shared/edits/make-subtitles';
import { mergeParagraphs, splitParagraph } from '../../../../shared/edits/paragraph';
import { replaceTranscript, setParagraphText } from '../../../../shared/edits/transcript';
import { parseProjectFile } from '../../../../shared/formats/project/parse';
import { writeProjectFile } from '../../../../shared/formats/project/write';
import { transcriptDocument } from '../../../../shared/formats/transcript/document';
import { emptyProject } from '../../../../shared/history/tables';
import { clipPieces } from '../../../../shared/video/pieces';
import { joinWords } from '../../../../shared/transcript/words';
import { upstreamText } from '../../../../shared/translation/upstream';
import { idMaker } from '../../../support/sample-project';

const TEXT = '我们从事人权工作，而不是什么额外的特权。我们在这里出生，在这里受教育，这是我们的土地。';

/** An interview in a language, each letter said in 200 ms, with its cues. */
function interview(text: string, language: string): Project {
  const newId = idMaker('n');
  const empty = emptyProject({ id: 'p', title: 'x', language });
  const draft = { speakers: [], paragraphs: [{ speaker: null, hintMs: null, text }] };
  const written = replaceTranscript.apply(empty, { newId, draft, language });
  let at = 1_000;
  const paragraphs = written.paragraphs.map((paragraph) => ({
    ...paragraph,
    words: paragraph.words.map((word) => {
      const startMs = at;
      at += 200 * word.text.length;
      return { ...word, startMs, endMs: at, confidence: 1 };
    }),
  }));
  return makeSubtitles.apply({ ...written, paragraphs }, { newId, frameRate: 25, durationMs: null });
}

const textOf = (project: Project) => project.paragraphs.map(({ words }) => joinWords(words)).join('\n');
const cueTexts = (project: Project) => project.cues.map(({ text }) => text);
const bare = (text: string) => text.replace(/\s+/gu, '');

describe('a Chinese interview', () => {
  const project = interview(TEXT, 'zh');

  it('keeps its text, in words that each have a time, and in cues of the same words', () => {
    expect(textOf(project)).toBe(TEXT);
    expect(project.paragraphs[0]?.words.length).toBeGreaterThan(15);
    expect(cueTexts(project).join('').replaceAll('\n', '')).toBe(TEXT);
    const linked = project.cues.flatMap(({ wordIds }) => wordIds);
    expect(linked).toEqual(project.paragraphs.flatMap(({ words }) => words.map(({ id }) => id)));
    expect(project.cues.map((cue) => bare(upstreamText(project, [cue])(cue) ?? ''))).toEqual(
      cueTexts(project).map(bare),
    );
  });

  it('comes back from its file, which apps that would put spaces in refuse', () => {
    const text = writeProjectFile({ project, savedSeq: 0, savedEntry: null, extra: {} });
    expect(text).toContain('\n  "version": 3,\n');
    expect(parseProjectFile(text, 'x').project).toEqual(project);
  });

  it('leaves as it was written', () => {
    const [paragraph] = transcriptDocument(project, { speakers: true, times: true }).paragraphs;
    expect(paragraph?.text).toBe(TEXT);
    expect(clipPieces(project, null).map(({ text }) => text)).toEqual(TEXT.split(/(?<=。)/u));
  });

  it('takes a correction of one word: the others keep times, and only its cue is stale', () => {
    const [paragraph] = project.paragraphs;
    const text = TEXT.replace('土地', '家园');
    const after = setParagraphText.apply(project, { newId: idMaker('y'), id: paragraph?.id ?? '', text });
    expect(textOf(after)).toBe(text);
    const kept = after.paragraphs[0]?.words.filter(({ startMs }) => startMs !== null) ?? [];
    expect(kept.length).toBeGreaterThanOrEqual((paragraph?.words.length ?? 0) - 1);
    expect(after.cues.filter(({ stale }) => stale)).toHaveLength(1);
    expect(after.cues.at(-1)?.stale).toBe(true);
  });

  it('divides a cue at the caret with its words, and merges without a space', () => {
    const cue = project.cues.find(({ text }) => bare(text).length > 10);
    if (!cue) throw new Error('there is no long cue');
    const offset = cue.text.indexOf('\n') < 0 ? 6 : cue.text.indexOf('\n');
    const split = splitCue.apply(project, { newId: idMaker('s'), id: cue.id, offset, atMs: null });
    const parts = split.cues.filter(({ id }) => id === cue.id || id === 's1');
    for (const part of parts) expect(bare(upstreamText(split, [part])(part) ?? '')).toBe(bare(part.text));
    const third = split.cues.filter(({ id }) => !parts.some((part) => part.id === id))[0];
    const ids = [...parts, ...(third ? [third] : [])].map(({ id }) => id);
    const merged = mergeCues.apply(split, { ids: ids.slice(0, 2) });
    const laid = breakCues.apply(merged, { ids: [cue.id], onlyBroken: false });
    expect(laid.cues.find(({ id }) => id === cue.id)?.text.replaceAll('\n', '')).toBe(
      cue.text.replaceAll('\n', ''),
    );
  });

  it('parts and joins paragraphs without a space', () => {
    const words = project.paragraphs[0]?.words ?? [];
    const at = words.findIndex(({ text }) => text.endsWith('。')) + 1;
    const split = splitParagraph.apply(project, { newId: idMaker('s'), wordId: words[at]?.id ?? '' });
    expect(textOf(split)).toBe(TEXT.replace('。', '。\n'));
    const joined = mergeParagraphs.apply(split, { id: split.paragraphs[0]?.id ?? '' });
    expect(textOf(joined)).toBe(TEXT);
  });

  it('joins paragraphs that came apart without a space, and English ones with one', () => {
    for (const [language, first, second, whole] of [
      ['zh', '我们在这里。', '这是我们的土地。', '我们在这里。这是我们的土地。'],
      ['en', 'We live here.', 'This is our land.', 'We live here. This is our land.'],
    ] as const) {
      const newId = idMaker('n');
      const draft = {
        speakers: [],
        paragraphs: [first, second].map((text) => ({ speaker: null, hintMs: null, text })),
      };
      const empty = emptyProject({ id: 'p', title: 'x', language });
      const two = replaceTranscript.apply(empty, { newId, draft, language });
      const joined = mergeParagraphs.apply(two, { id: two.paragraphs[0]?.id ?? '' });
      expect(textOf(joined)).toBe(whole);
    }
  });
});

it.each([
  ['ja', '私たちは人権のために活動しています。　特別な権利ではありません。ここで生まれ、ここで育ちました。'],
  ['th', 'เราทำงานด้านสิทธิมนุษยชน ไม่ใช่สิทธิพิเศษ เราเกิดที่นี่ นี่คือแผ่นดินของเรา'],
  ['km', 'យើងធ្វើការងារសិទ្ធិមនុស្ស។ យើងកើតនៅទីនេះ។'],
  ['my', 'ကျွန်တော်တို့ လူ့အခွင့်အရေး လုပ်ငန်း လုပ်ကိုင်နေပါတယ်။'],
])('%s: words, cues and text are those written', (language, text) => {
  const project = interview(text, language);
  expect(textOf(project)).toBe(text);
  expect(project.paragraphs[0]?.words.length).toBeGreaterThan(3);
  expect(bare(cueTexts(project).join(''))).toBe(bare(text));
});
