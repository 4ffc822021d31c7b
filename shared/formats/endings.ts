import type { SubtitleFormat } from '../api/contract';

/** Endings of file names by format, ours first. */
export const SUBTITLE_ENDINGS: Readonly<Record<SubtitleFormat, readonly string[]>> = {
  srt: ['.srt'],
  vtt: ['.vtt'],
  ass: ['.ass', '.ssa'],
  ttml: ['.ttml', '.dfxp', '.itt', '.xml'],
  stl: ['.stl'],
  sbv: ['.sbv'],
  csv: ['.csv'],
  tsv: ['.tsv'],
};

/** The format an ending (`.vtt`, in lower case) stands for; null for any other. */
export function formatOfEnding(ending: string): SubtitleFormat | null {
  const found = (Object.keys(SUBTITLE_ENDINGS) as SubtitleFormat[]).find((format) =>
    SUBTITLE_ENDINGS[format].includes(ending),
  );
  return found ?? null;
}
