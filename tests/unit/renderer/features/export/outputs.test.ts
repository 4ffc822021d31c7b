import { describe, expect, it } from 'vitest';
import {
  chosenOutputs,
  labelOf,
  smallerHeights,
  type FileChoices,
} from '../../../../../renderer/features/export/outputs';
import { ExportOutput } from '../../../../../shared/domain/export';
import { NAMED_OUTPUTS } from '../../../../../shared/export/outputs';

const CHOICES: FileChoices = {
  ...{ speakers: true, height: null, forced: [], loudness: 'keep', hardware: false, smart: false },
  encoding: 'utf8',
  lineEnd: 'usual',
};
const FITTING = { fit: 'blur', focusX: 0.2, focusY: 0.5 } as const;

describe('outputs to choose', () => {
  it('are all outputs the services take, each by an id of its own', () => {
    const ids = NAMED_OUTPUTS.map(({ name }) => name);
    expect(new Set(ids).size).toBe(ids.length);
    const made = chosenOutputs(new Set(ids), CHOICES, FITTING);
    expect(made).toHaveLength(ids.length);
    const labels = NAMED_OUTPUTS.map((output) => output.title ?? labelOf(output));
    expect(new Set(labels).size).toBe(labels.length);
    for (const output of made) expect(ExportOutput.safeParse(output).error).toBeUndefined();
  });

  it('take what was chosen for all of them', () => {
    const chosen = new Set(['srt', 'burn-in', 'tiktok', 'gone']);
    const made = chosenOutputs(chosen, { ...CHOICES, encoding: 'windows-1251', height: 720 }, FITTING);
    expect(made).toMatchObject([
      { format: 'srt', speakers: true, text: { encoding: 'windows-1251', bom: false, lineEnd: 'crlf' } },
      { preset: 'tiktok', framing: { aspect: '9:16', ...FITTING }, height: 1920 },
      { delivery: 'burn-in', height: 720, preset: null },
    ]);
  });
});

it('writes the line ends that were chosen, whatever the characters', () => {
  const ends = (['usual', 'lf', 'crlf'] as const).map((lineEnd) =>
    (['utf8', 'utf8-bom', 'rk1048'] as const).map((encoding) => {
      const [output] = chosenOutputs(new Set(['srt']), { ...CHOICES, encoding, lineEnd }, FITTING);
      return output?.kind === 'subtitles' ? output.text.lineEnd : null;
    }),
  );
  expect(ends).toEqual([
    ['lf', 'crlf', 'crlf'],
    ['lf', 'lf', 'lf'],
    ['crlf', 'crlf', 'crlf'],
  ]);
});

it('marks forced languages in films with tracks, and in no other', () => {
  const all = new Set(NAMED_OUTPUTS.map(({ name }) => name));
  const made = chosenOutputs(all, { ...CHOICES, forced: ['kk'] }, FITTING);
  const marked = made.flatMap((output) =>
    output.kind === 'video' && output.forced ? [[output.container, output.delivery, output.forced]] : [],
  );
  expect(marked).toEqual([
    ['mp4', 'mux', ['kk']],
    ['mkv', 'mux', ['kk']],
    ['webm', 'mux', ['kk']],
  ]);
});

it('offers heights below the footage’s own', () => {
  expect(smallerHeights(1080)).toEqual([720, 480]);
  expect(smallerHeights(0)).toEqual([]);
});

it('asks for loudness, graphics card and copied pictures where they make sense, and says nothing else', () => {
  const all = new Set(NAMED_OUTPUTS.map(({ name }) => name));
  const asked = { ...CHOICES, loudness: 'streaming' as const, hardware: true, smart: true };
  const videos = (choices: FileChoices) =>
    chosenOutputs(all, choices, FITTING).flatMap((output) => (output.kind === 'video' ? [output] : []));
  for (const output of videos(CHOICES))
    expect([output.loudness, output.hardware, output.smart]).toEqual([undefined, undefined, undefined]);
  for (const { delivery, loudness, hardware } of videos(asked))
    expect([loudness, hardware]).toEqual(
      delivery === 'overlay' ? [undefined, undefined] : ['streaming', true],
    );
  expect(videos(asked).filter(({ smart }) => smart)).toMatchObject([
    { delivery: 'burn-in', container: 'mp4' },
  ]);
  expect(videos({ ...asked, height: 720 }).filter(({ smart }) => smart)).toEqual([]);
});
