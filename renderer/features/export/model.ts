/** What can be exported from the open project, and under which name. Pure. */
import type { SubtitleFormat } from '../../../shared/api/contract';
import type { MediaInfo } from '../../../shared/domain/media';
import type { Track } from '../../../shared/domain/track';

export type ExportFormat = SubtitleFormat | 'mp4';

export const EXPORT_FORMATS: readonly ExportFormat[] = ['srt', 'vtt', 'ass', 'mp4'];

/** Picture heights offered for burned-in video, besides the footage's own. */
const HEIGHTS = [2160, 1440, 1080, 720, 480] as const;

/** `Interview.ru.srt`: title, language, ending. Burned-in copies get the language too, for they differ by it. */
export function exportName(stem: string, track: Track, format: ExportFormat): string {
  return `${stem}.${track.language}.${format}`;
}

/** Heights smaller than the footage's own; making a picture larger adds nothing. */
export function smallerHeights(info: MediaInfo | null): readonly number[] {
  const own = info?.video?.displayHeight ?? 0;
  return HEIGHTS.filter((height) => height < own);
}
