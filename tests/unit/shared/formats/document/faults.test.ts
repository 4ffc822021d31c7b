import { parseSync } from 'subtitle';
import { describe, expect, test } from 'vitest';
import { documentCues, type SubtitleCue } from '../../../../../shared/formats/document/cues';
import { parseSubtitles } from '../../../../../shared/formats/document/read';
import { writeDocument } from '../../../../../shared/formats/document/write';
import {
  FILE_COUNT,
  generateFaultyFiles,
  generateSoundFile,
  type FaultyFile,
} from '../../../../support/subtitle-faults/generate';
import type { PlannedCue } from '../../../../support/subtitle-faults/base';

const same = (found: SubtitleCue | undefined, meant: PlannedCue | undefined) =>
  found !== undefined &&
  meant !== undefined &&
  found.startMs === meant.startMs &&
  found.endMs === meant.endMs &&
  found.text === meant.lines.join('\n') &&
  found.position === 'bottom';

const exact = (cues: readonly SubtitleCue[], meant: readonly PlannedCue[]) =>
  cues.length === meant.length && cues.every((cue, index) => same(cue, meant[index]));

/** Everything a person can still find: the cues' text and what the document keeps beside them. */
function keptText({
  document,
  cues,
}: {
  document: ReturnType<typeof parseSubtitles>;
  cues: SubtitleCue[];
}): string {
  const beside = document.blocks.map((block) => (block.kind === 'cue' ? '' : block.raw));
  return [document.preamble, ...beside, ...cues.map((cue) => cue.text)].join('\n');
}

/** What the subtitle package makes of a file, as cues; null where it says that it cannot read it. */
function readByPackage(text: string): SubtitleCue[] | null {
  try {
    return parseSync(text).flatMap((node) =>
      node.type === 'cue'
        ? [
            {
              startMs: node.data.start,
              endMs: node.data.end,
              text: node.data.text,
              position: 'bottom',
              speaker: null,
            },
          ]
        : [],
    );
  } catch {
    return null;
  }
}

function judge({ text, format, meant, at }: FaultyFile): string[] {
  const document = parseSubtitles(text, `file.${format}`);
  const { cues, issues } = documentCues(document);
  const problems: string[] = [];
  if (writeDocument(document) !== text) problems.push('not written back as it was');
  if (!exact(cues, meant) && issues.length === 0) problems.push('silent damage');
  if (issues.some((issue) => issue.message.includes('format.issue') || /\{[a-z]+[,}]/.test(issue.message)))
    problems.push('an issue without a sentence');
  const kept = keptText({ document, cues });
  const emptied = meant.filter(({ token }) => text.includes(token) && !kept.includes(token));
  if (emptied.length > 0) problems.push(`lost ${emptied.map(({ token }) => token).join()}`);
  // A fault may touch the cue it is in, the one before and the last; every other cue must be what was meant.
  const bystanders = meant.filter((_, index) => index < at - 1 || (index > at && index < meant.length - 1));
  const spoiled = bystanders.filter((cue) => !cues.some((found) => same(found, cue)));
  if (spoiled.length > 0) problems.push(`spoiled ${spoiled.length} other cues`);
  return problems;
}

describe('2,400 files with one planted fault each', () => {
  test('none is damaged silently, none loses text, none spoils another cue', () => {
    const failed = new Map<string, { files: number; first: string }>();
    let files = 0;
    for (const file of generateFaultyFiles()) {
      files++;
      for (const problem of judge(file)) {
        const key = `${file.format} ${file.kind}: ${problem}`;
        failed.set(key, {
          files: (failed.get(key)?.files ?? 0) + 1,
          first: failed.get(key)?.first ?? file.text,
        });
      }
    }
    expect(files).toBe(FILE_COUNT);
    expect(Object.fromEntries(failed)).toEqual({});
  });

  test('most are understood in full, and the judge is one that finds damage', () => {
    let ours = 0;
    let damagedByPackage = 0;
    let files = 0;
    for (const file of generateFaultyFiles()) {
      // Every fifth file tells enough.
      if (files++ % 5 !== 0) continue;
      if (exact(documentCues(parseSubtitles(file.text, `file.${file.format}`)).cues, file.meant)) ours++;
      const theirs = readByPackage(file.text);
      if (theirs && !exact(theirs, file.meant)) damagedByPackage++;
    }
    expect(ours / (files / 5)).toBeGreaterThan(0.5);
    expect(damagedByPackage / (files / 5)).toBeGreaterThan(0.5);
  });

  test.each(['srt', 'vtt'] as const)('and the same %s files without a fault have no issue', (format) => {
    for (let seed = 0; seed < 200; seed++) {
      const { text, meant } = generateSoundFile(format, seed);
      const { cues, issues } = documentCues(parseSubtitles(text, `file.${format}`));
      expect(issues).toEqual([]);
      expect(exact(cues, meant)).toBe(true);
    }
  });
});
